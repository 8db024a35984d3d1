"""Reads a link chart with networkx and fails unless every node and every edge of the file came through."""
import re
import sys

import networkx

path = sys.argv[1]
graph = networkx.read_gexf(path) if path.endswith(".gexf") else networkx.read_graphml(path, force_multigraph=True)
text = open(path, encoding="utf-8").read()
nodes = len(re.findall(r"<node ", text))
# GEXF is read without parallel edges: those of one pair count once.
pairs = set(re.findall(r'<edge id="[^"]*" source="([^"]*)" target="([^"]*)"', text))
edges = {(source, target) for source, target, *_ in graph.edges}
if graph.number_of_nodes() != nodes or edges != pairs or nodes == 0:
    sys.exit(f"{graph.number_of_nodes()} of {nodes} nodes, {len(edges)} of {len(pairs)} pairs")
