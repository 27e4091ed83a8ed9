package room

import (
	"net"
	"net/http"
	"strings"
)

// Local refuses a name in Host that is not this machine's own, so that no page elsewhere
// reaches what by renaming itself. Where it was told to listen at an address that others
// reach, that name, and every address that is none, is its own too; "" for this machine alone.
func Local(next http.Handler, what, told string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := hostOf(r.Host)
		ip := net.ParseIP(host)
		if host == "localhost" || ip != nil && (ip.IsLoopback() || told != "") || told != "" && strings.EqualFold(host, told) {
			next.ServeHTTP(w, r)
			return
		}
		http.Error(w, what+" answers on this machine only.", http.StatusForbidden)
	})
}

// hostOf is an address without its port.
func hostOf(address string) string {
	if h, _, err := net.SplitHostPort(address); err == nil {
		address = h
	}
	return strings.Trim(address, "[]")
}
