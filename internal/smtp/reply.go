package smtp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// answer reads the reply to one step of a transaction.
func (c *Conn) answer(stage Stage, wait time.Duration) (Answer, error) {
	code, lines, err := c.reply(wait)
	if err != nil {
		return Answer{}, err
	}
	if stage == StageData {
		c.dataOpen = code == 354
	}
	a := Answer{Stage: stage, Code: code, Text: strings.Join(lines, " ")}
	if first, rest, ok := strings.Cut(a.Text, " "); ok || first != "" {
		if isEnhanced(first) {
			a.Enhanced, a.Text = first, rest
			if prefix := first + " "; strings.Contains(rest, prefix) { // at the head of every line
				a.Text = strings.ReplaceAll(" "+rest, " "+prefix, " ")[1:]
			}
		}
	}
	if len(a.Text) > maxText {
		if r := []rune(a.Text); len(r) > maxText {
			a.Text = string(r[:maxText]) + "…"
		}
	}
	return a, nil
}

const (
	maxReplyLine  = 4096
	maxReplyLines = 200
	maxReply      = 64 << 10 // bytes of all lines
	maxText       = 500      // characters that are kept of it
)

// reply reads one reply of one or more lines.
func (c *Conn) reply(wait time.Duration) (code int, lines []string, err error) {
	c.deadline(wait)
	c.looked = time.Time{}
	size := 0
	for {
		line, err := c.line()
		if err != nil {
			return 0, nil, err
		}
		n, ok := replyCode(line)
		if !ok {
			return 0, nil, fmt.Errorf("the server said %q, which is no reply", line[:min(len(line), 200)])
		}
		text := ""
		if len(line) > 4 {
			text = line[4:]
		}
		code, lines = n, append(lines, strings.ToValidUTF8(text, "\uFFFD"))
		if len(line) == 3 || line[3] != '-' {
			return code, lines, nil
		}
		if size += len(line); len(lines) > maxReplyLines || size > maxReply {
			return 0, nil, errors.New("the server's reply does not end")
		}
	}
}

// replyCode is what a line of a reply begins with: three digits, and then a space,
// a hyphen or nothing.
func replyCode(line string) (code int, ok bool) {
	if len(line) < 3 || len(line) > 3 && line[3] != ' ' && line[3] != '-' {
		return 0, false
	}
	code, err := strconv.Atoi(line[:3])
	return code, err == nil && code >= 200 && code <= 599
}

func (c *Conn) line() (string, error) {
	var out []byte
	for {
		part, err := c.r.ReadSlice('\n')
		if len(out)+len(part) > maxReplyLine {
			return "", errors.New("the server's line does not end")
		}
		if err == bufio.ErrBufferFull {
			out = append(out, part...)
			continue
		}
		if err != nil {
			return "", err
		}
		if len(out) > 0 {
			part = append(out, part...)
		}
		return string(bytes.TrimRight(part, "\r\n")), nil
	}
}

// isEnhanced tells whether a word is a code of RFC 3463, as in 5.1.1.
func isEnhanced(s string) bool {
	class, rest, ok := strings.Cut(s, ".")
	subject, detail, both := strings.Cut(rest, ".")
	return ok && both && (class == "2" || class == "4" || class == "5") && isNumber(subject) && isNumber(detail)
}

func isNumber(s string) bool {
	_, err := strconv.ParseUint(s, 10, 10)
	return err == nil
}
