"""From what provinces really have (portal lists, JSON lines, decision tables) to files that editors keep.

``read -> drafts -> merge with what stands in the folder -> write -> report``; no text is altered on the
way, and what has no place on the board is named in the report.
"""
