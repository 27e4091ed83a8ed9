package importer

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// boldInOrder moves spaces that stand within the marks of bold words out of them: Markdown reads "said** Ana Ruiz**" as no bold, and
// prints the marks. Editors of pages write it so.
func boldInOrder(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		parts := strings.Split(l, "**")
		if len(parts) < 3 || len(parts)%2 == 0 || strings.Contains(l, "***") || strings.Contains(l, "`") || strings.HasPrefix(l, "    ") {
			continue
		}
		for n := 1; n < len(parts); n += 2 {
			words := strings.Trim(parts[n], " ")
			if words == "" {
				continue
			}
			if strings.HasPrefix(parts[n], " ") && !strings.HasSuffix(parts[n-1], " ") && parts[n-1] != "" {
				parts[n-1] += " "
			}
			if strings.HasSuffix(parts[n], " ") && !strings.HasPrefix(parts[n+1], " ") && parts[n+1] != "" {
				parts[n+1] = " " + parts[n+1]
			}
			parts[n] = words
		}
		lines[i] = strings.Join(parts, "**")
	}
	return strings.Join(lines, "\n")
}

// signedLines ends the lines of a name and of what stands below it, behind words in marks: Markdown would join them.
func signedLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := 1; i+1 < len(lines); i++ {
		if !bareName(lines[i]) || !belowName(lines[i+1]) {
			continue
		}
		above := i - 1
		if strings.TrimSpace(lines[above]) == "" && above > 0 {
			above--
		}
		if !wordsEnd.MatchString(lines[above]) {
			continue
		}
		if above == i-1 {
			lines[above] = strings.TrimRight(lines[above], " ") + "  "
		}
		lines[i] = strings.TrimRight(lines[i], " ") + "  "
		if i+2 < len(lines) && belowName(lines[i+2]) {
			lines[i+1] = strings.TrimRight(lines[i+1], " ") + "  "
		}
	}
	return strings.Join(lines, "\n")
}

// wordsEnd ends words in marks, or a quotation.
var wordsEnd = pattern.New(`^>|[”"»“’][*_]{0,3}[ \\]*$`)

// bareName tells a line that is somebody's name and nothing else.
func bareName(line string) bool {
	name := strings.Trim(linkIn.ReplaceAllString(line, "$1"), "*_ \\")
	return utf8.RuneCountInString(name) < longestSignedLine/2 && !strings.ContainsAny(name, ",;:?!“”\"«»@0123456789") &&
		prose.LooksLikeName(prose.TrimLetters(name)) && !prose.IsOrganisation(name)
}

// belowName tells a line that may say who somebody is: short, and no sentence.
func belowName(line string) bool {
	line = strings.Trim(line, "*_ \\")
	return line != "" && utf8.RuneCountInString(line) < longestSignedLine && !strings.ContainsAny(line, "“”\"«»@") &&
		!prose.HasReach([]string{line}) && !strings.HasSuffix(line, ".") && !strings.HasPrefix(line, ">") &&
		!strings.HasPrefix(line, "#") && prose.HasLetter(line)
}

var linkIn = pattern.New(`\[([^\]\n]+)\]\([^)\n]*\)`)

// longestSignedLine is how many characters a line of it has at most.
const longestSignedLine = 100
