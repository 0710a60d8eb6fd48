"""Excel workbooks, read in a process of their own: whatever a file does to it, the importer survives."""
