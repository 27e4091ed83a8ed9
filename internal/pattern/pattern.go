// Package pattern holds regular expressions that are compiled when they are first
// used: a program that knows many starts without paying for those it does not need.
package pattern

import (
	"regexp"
	"strings"
	"sync"
)

// Pattern is a regular expression (RE2 syntax). It may be shared.
type Pattern struct {
	source string
	once   sync.Once
	re     *regexp.Regexp

	asked sync.Once
	needs []string
}

// New is a pattern. A faulty one panics when it is first used, as
// regexp.MustCompile does.
func New(source string) *Pattern { return &Pattern{source: source} }

func (p *Pattern) get() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// may tells that a text has what a match has in it; an expression that no text gives a
// cause to is never compiled.
func (p *Pattern) may(s string) bool {
	p.asked.Do(func() { p.needs = needs(p.source) })
	if p.needs == nil {
		return true
	}
	for _, w := range p.needs {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// These are the methods of regexp.Regexp of the same names.

func (p *Pattern) Match(b []byte) bool { return p.get().Match(b) }

func (p *Pattern) MatchString(s string) bool { return p.may(s) && p.get().MatchString(s) }

func (p *Pattern) Find(b []byte) []byte             { return p.get().Find(b) }
func (p *Pattern) FindAll(b []byte, n int) [][]byte { return p.get().FindAll(b, n) }

func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.get().FindAllSubmatch(b, n)
}

func (p *Pattern) FindString(s string) string {
	if !p.may(s) {
		return ""
	}
	return p.get().FindString(s)
}

func (p *Pattern) FindStringIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.get().FindStringIndex(s)
}

func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.may(s) {
		return nil
	}
	return p.get().FindStringSubmatch(s)
}

func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.get().FindStringSubmatchIndex(s)
}

func (p *Pattern) FindAllString(s string, n int) []string {
	if !p.may(s) {
		return nil
	}
	return p.get().FindAllString(s, n)
}

func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.get().FindAllStringIndex(s, n)
}

func (p *Pattern) ReplaceAllString(s, with string) string {
	if !p.may(s) {
		return s
	}
	return p.get().ReplaceAllString(s, with)
}

func (p *Pattern) ReplaceAllStringFunc(s string, with func(string) string) string {
	if !p.may(s) {
		return s
	}
	return p.get().ReplaceAllStringFunc(s, with)
}

func (p *Pattern) ReplaceAllFunc(b []byte, with func([]byte) []byte) []byte {
	return p.get().ReplaceAllFunc(b, with)
}
func (p *Pattern) Split(s string, n int) []string { return p.get().Split(s, n) }

// FindAllStringSubmatch is the method of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if !p.may(s) {
		return nil
	}
	return p.get().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is the method of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.get().FindAllStringSubmatchIndex(s, n)
}
