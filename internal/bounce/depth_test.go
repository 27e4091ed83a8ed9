package bounce

import (
	"fmt"
	"strings"
	"testing"
)

// nested is a message whose text lies within so many others.
func nested(depth int) string {
	var head, tail strings.Builder
	head.WriteString("From: a@x.example\r\nMIME-Version: 1.0\r\n")
	for i := range depth {
		fmt.Fprintf(&head, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	for i := depth - 1; i >= 0; i-- {
		fmt.Fprintf(&tail, "\r\n--b%d--\r\n", i)
	}
	return head.String() + "Content-Type: text/plain\r\n\r\nhello" + tail.String()
}

func TestHowDeepAMessageIsOpened(t *testing.T) {
	for depth := range maxDepth + 2 {
		m := parse([]byte(nested(depth)))
		found := false
		for _, p := range m.parts {
			found = found || p.kind == "text/plain" && strings.TrimSpace(string(p.body)) == "hello"
		}
		if want := depth <= maxDepth; found != want {
			t.Errorf("within %d others the text is found: %v", depth, found)
		}
	}
}
