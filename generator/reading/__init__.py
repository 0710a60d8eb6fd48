"""From files that clerks write to plain text with positions: reads, never judges the meaning."""
