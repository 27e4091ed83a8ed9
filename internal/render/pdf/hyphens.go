package pdf

// hyphenator puts soft hyphens into the words of a text, nil for a language whose
// patterns are not known.
func hyphenator(string) func(string) string { return nil }
