"""Reads a workbook with openpyxl and fails when a cell is a formula or a sheet is empty of its head."""
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
rows = 0
for sheet in workbook.worksheets:
    for row in sheet.iter_rows():
        rows += 1
        for cell in row:
            if cell.data_type == "f":
                sys.exit(f"{sheet.title} {cell.coordinate} is a formula")
    if sheet.max_row < 1 or sheet["A1"].value is None:
        sys.exit(f"{sheet.title} has no head")
if len(workbook.worksheets) < 5 or rows < 20:
    sys.exit("too little came through")
