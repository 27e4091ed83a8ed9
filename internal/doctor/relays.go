package doctor

import "strings"

// Relay is what a well-known service says of its limits. They change; what the
// service itself says holds.
type Relay struct {
	Name        string
	Hosts       []string // names, or their ends with a dot before
	PerMinute   int      // messages; 0 if it names none for all
	PerDay      int      // recipients; 0 if it names none for all
	Connections int      // at once; 0 if it names none
	OwnRate     bool     // every account has its own rate, and what exceeds it is refused
}

// Relays are the services whose limits are known here.
var Relays = []Relay{
	{Name: "Microsoft 365", Hosts: []string{"smtp.office365.com"}, PerMinute: 30, PerDay: 10000, Connections: 3},
	{Name: "Gmail", Hosts: []string{"smtp.gmail.com"}, PerDay: 2000},
	{Name: "Google Workspace's relay", Hosts: []string{"smtp-relay.gmail.com"}, PerDay: 10000},
	{Name: "Amazon SES", Hosts: []string{".amazonaws.com"}, OwnRate: true},
}

func (r Relay) is(host string) bool {
	host = strings.ToLower(host)
	for _, h := range r.Hosts {
		if host == h || strings.HasPrefix(h, ".") && strings.HasSuffix(host, h) {
			return true
		}
	}
	return false
}
