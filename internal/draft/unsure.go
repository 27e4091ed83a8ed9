package draft

import "strings"

// lookAt begins the remark of an import on what it was not sure of.
const lookAt = "# Please look: "

// Unsure is what an import was not sure of in a file, as the remarks there say it, as long
// as they stand there.
func Unsure(text string) (out []string) {
	_, front, _ := strings.Cut(text, "+++\n")
	front, _, _ = strings.Cut(front, "\n+++")
	for l := range strings.SplitSeq(front, "\n") {
		if said, ok := strings.CutPrefix(strings.TrimSpace(l), lookAt); ok {
			out = append(out, said)
		}
	}
	return out
}
