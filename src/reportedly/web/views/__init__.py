"""What pages show, as frozen values: one module for each part of the workbench.

In: dossiers, claims and other model types. Out: views, which templates print and JSON carries.
"""
