"""General words of reporting, of office and of print, in several languages. No names of persons, parties or works."""
