package language

import "strings"

// Inseparable tells whether no line ends between two words, in any language: a time of
// day, its half of the day and the letters of its zone are one, no line begins with a
// stroke or with a sign that French sets apart from the word before it, and none ends with
// a mark that opens (UAX 14, LB13 to LB15).
func Inseparable(before, after string) bool {
	switch {
	case before == "" || after == "":
		return false
	case after == "/" && before != "/":
		return true
	case opens(before) || closes(after):
		return true
	}
	clock := isClock(before) || ofClock(before)
	return clock && (ofClock(after) || isZone(after))
}

// opens tells a mark that stands alone before the word that it opens.
func opens(word string) bool {
	mark := strings.TrimLeft(word, "([“„")
	return mark == "«" || mark == "‹"
}

// closes tells signs that stand alone behind the word that they belong to, and marks with
// what follows them.
func closes(word string) bool {
	switch word {
	case ";", ":", "!", "?", "?!", "!?", "!!", "!!!", "»", "›":
		return true
	}
	rest, ok := strings.CutPrefix(word, "»")
	if !ok {
		rest, ok = strings.CutPrefix(word, "›")
	}
	return ok && strings.Trim(rest, ".,;:!?)]”»…") == ""
}

// isClock tells a time of day in figures.
func isClock(word string) bool {
	hour, minute, _ := strings.Cut(strings.Replace(strings.TrimLeft(word, "("), ".", ":", 1), ":")
	return hour != "" && len(hour) <= 2 && len(minute) == 2 && strings.Trim(hour+minute, "0123456789") == ""
}

// ofClock tells the half of the day and the sign of hours.
func ofClock(word string) bool {
	switch strings.TrimRight(word, "),;.") {
	case "a.m", "p.m", "h", "Uhr":
		return true
	}
	return false
}

// isZone tells the letters of a zone.
func isZone(word string) bool {
	word = strings.TrimRight(word, "),;.\u200E\u200F")
	if strings.HasPrefix(word, "UTC") {
		return true
	}
	return len(word) >= 2 && len(word) <= 4 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
