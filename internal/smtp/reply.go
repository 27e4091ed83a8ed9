package smtp

import (
	"bufio"
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
			a.Enhanced = first
			prefix := first + " "
			a.Text = strings.ReplaceAll(" "+rest, " "+prefix, " ")[1:]
		}
	}
	if r := []rune(a.Text); len(r) > 500 {
		a.Text = string(r[:500]) + "…"
	}
	return a, nil
}

const (
	maxReplyLine  = 4096
	maxReplyLines = 200
	maxReply      = 64 << 10 // bytes of all lines
)

// reply reads one reply of one or more lines.
func (c *Conn) reply(wait time.Duration) (code int, lines []string, err error) {
	c.deadline(wait)
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
		out = append(out, part...)
		if len(out) > maxReplyLine {
			return "", errors.New("the server's line does not end")
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return "", err
		}
		return strings.TrimRight(string(out), "\r\n"), nil
	}
}

func isEnhanced(s string) bool {
	parts := strings.Split(s, ".")
	if len(parts) != 3 || len(parts[0]) != 1 || !strings.Contains("245", parts[0]) {
		return false
	}
	for _, p := range parts[1:] {
		if _, err := strconv.ParseUint(p, 10, 10); err != nil {
			return false
		}
	}
	return true
}
