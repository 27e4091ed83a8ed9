// Package pattern holds regular expressions that are compiled when they are first
// used: a program that knows many starts without paying for those it does not need.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression (RE2 syntax). It may be shared.
type Pattern struct {
	source string
	once   sync.Once
	re     *regexp.Regexp
}

// New is a pattern. A faulty one panics when it is first used, as
// regexp.MustCompile does.
func New(source string) *Pattern { return &Pattern{source: source} }

func (p *Pattern) get() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// These are the methods of regexp.Regexp of the same names.

func (p *Pattern) Match(b []byte) bool              { return p.get().Match(b) }
func (p *Pattern) MatchString(s string) bool        { return p.get().MatchString(s) }
func (p *Pattern) Find(b []byte) []byte             { return p.get().Find(b) }
func (p *Pattern) FindAll(b []byte, n int) [][]byte { return p.get().FindAll(b, n) }

func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.get().FindAllSubmatch(b, n)
}

func (p *Pattern) FindString(s string) string           { return p.get().FindString(s) }
func (p *Pattern) FindStringIndex(s string) []int       { return p.get().FindStringIndex(s) }
func (p *Pattern) FindStringSubmatch(s string) []string { return p.get().FindStringSubmatch(s) }

func (p *Pattern) FindStringSubmatchIndex(s string) []int { return p.get().FindStringSubmatchIndex(s) }
func (p *Pattern) FindAllString(s string, n int) []string { return p.get().FindAllString(s, n) }
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.get().FindAllStringIndex(s, n)
}

func (p *Pattern) ReplaceAllString(s, with string) string { return p.get().ReplaceAllString(s, with) }

func (p *Pattern) ReplaceAllStringFunc(s string, with func(string) string) string {
	return p.get().ReplaceAllStringFunc(s, with)
}

func (p *Pattern) ReplaceAllFunc(b []byte, with func([]byte) []byte) []byte {
	return p.get().ReplaceAllFunc(b, with)
}
func (p *Pattern) Split(s string, n int) []string { return p.get().Split(s, n) }

// FindAllStringSubmatch is the method of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.get().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is the method of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.get().FindAllStringSubmatchIndex(s, n)
}
