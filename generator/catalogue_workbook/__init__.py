"""Fields of the catalogue as an Excel workbook; ``generator.importing.catalogue`` reads it back."""
