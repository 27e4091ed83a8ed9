package fetches

import (
	"net/http"
	"strings"
)

// machines are parts of the names that programs give themselves which are no reader's:
// search engines, previews of links, watchers, and what scripts fetch with.
var machines = []string{
	"bot", "crawl", "spider", "slurp", "archiver", "fetch", "preview", "scan", "monitor", "uptime", "pingdom", "validator", "feed", "rss",
	"http", "curl", "wget", "python", "java/", "ruby", "perl", "php", "axios", "headless", "phantom", "lighthouse", "externalhit",
	"embedly", "whatsapp", "telegram", "skypeuri", "mediapartners", "prerender",
}

// Robot tells whether a program says that it is no reader's. One that says nothing is
// none either: every browser says something.
func Robot(userAgent string) bool {
	name := strings.ToLower(userAgent)
	if name == "" {
		return true
	}
	for _, m := range machines {
		if strings.Contains(name, m) {
			return true
		}
	}
	return false
}

// Counts tells whether an answer is to be counted as a fetch: one that a reader asked for
// and that began at its beginning. A browser that looks ahead is not counted, nor a
// further part of a file; who has a copy, and asks whether it is still good, is.
func Counts(r *http.Request) bool {
	if r.Method != http.MethodGet {
		return false
	}
	for _, ahead := range []string{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"} {
		if strings.Contains(r.Header.Get(ahead), "prefetch") || strings.Contains(r.Header.Get(ahead), "preview") {
			return false
		}
	}
	part := r.Header.Get("Range")
	return part == "" || strings.HasPrefix(part, "bytes=0-")
}
