package importer

import (
	"bytes"
	"fmt"
	"strings"

	"pressroom/internal/pattern"
)

// programMark is a piece of a program within a page, as PHP, ASP, ERB and Blade have them. One that nothing
// ends goes on to the end of the file. What XML says of itself is none.
var programMark = pattern.New(`(?s)<\?(?:php\b|=|\s).*?(?:\?>|\z)|<%.*?(?:%>|\z)|` +
	`@(?:extends|section|include|yield|push|stack)\('[^()\n]*\)|(?m:^[ \t]*@(?:endsection|endpush|stop|show)[ \t]*$)`)

// withoutPrograms takes those out of a page, and tells how many there were. Each leaves its lines,
// for what is said of a line of the page.
func (w *walker) withoutPrograms(page []byte) []byte {
	n := 0
	page = programMark.ReplaceAllFunc(page, func(mark []byte) []byte {
		n++
		return bytes.Repeat([]byte("\n"), bytes.Count(mark, []byte("\n")))
	})
	if n > 0 {
		w.told = append(w.told, fmt.Sprintf("code of a program within the page was left out, at %s", howMany(n)))
	}
	return page
}

func howMany(n int) string {
	if n == 1 {
		return "one place"
	}
	return fmt.Sprintf("%d places", n)
}

// pageEndings are how files are named that are pages, or programs that write them.
var pageEndings = []string{".html", ".htm", ".xhtml", ".shtml", ".php", ".phtml", ".asp", ".aspx", ".ascx", ".jsp", ".erb"}

// isPage tells a page by its name or by how it begins, both in small letters.
func isPage(name string, head []byte) bool {
	for _, ending := range pageEndings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	for _, begins := range []string{"<!doctype html", "<html", "<?xml", "<?php", "<%@"} {
		if bytes.HasPrefix(head, []byte(begins)) {
			return true
		}
	}
	return false
}
