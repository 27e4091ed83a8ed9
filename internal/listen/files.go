package listen

import "fmt"

// What a process has open besides its connections: the database with its journals,
// locks, logs, jobs, DNS, and what is read from the folder meanwhile.
const ownFiles = 64

// mailings is for how many mailings at once files are kept.
const mailings = 4

// Most connections of a listener, however many files there are: each takes memory.
const (
	mostPublic  = 2048
	mostDesk    = 64
	mostSandbox = 1024
)

// enough is a limit with which nobody has to think of it again.
const enough = 65536

// Budget is how the files that a process may have open are shared out.
type Budget struct {
	Limit   int // that the process may have open; 0 where the system sets none
	Reserve int // kept for delivery, the database and all else the program does
	Public  int // connections to the public pages
	Desk    int // connections to the desk
}

// Files shares a limit out, for a program that has so many connections to its mail
// server in each mailing, or to the sandbox inside it.
func Files(limit, connections int, sandbox bool) Budget {
	b := Budget{Limit: limit, Reserve: ownFiles + mailings*connections, Public: mostPublic, Desk: mostDesk}
	if limit <= 0 {
		return b
	}
	if sandbox {
		b.Reserve += Sandbox(limit)
	}
	// A page may open a file while it is made, so that each connection takes two.
	pairs := max(0, limit-b.Reserve) / 2
	b.Desk = min(mostDesk, max(4, pairs/4))
	b.Public = min(mostPublic, max(8, pairs-b.Desk))
	return b
}

// Plain is how many connections of the public pages are for whoever comes without TLS,
// where the program ends that itself: it sends them on at once. The rest is TLS's.
func (b Budget) Plain() (plain, secure int) {
	plain = max(4, b.Public/16)
	return plain, max(4, b.Public-plain)
}

// Sandbox is how many connections the sandbox takes under a limit.
func Sandbox(limit int) int {
	if limit <= 0 {
		return mostSandbox
	}
	return min(mostSandbox, max(32, limit/8))
}

// Low tells whether more files would let more readers in at once, or are needed for
// delivery itself.
func (b Budget) Low() bool { return b.Limit > 0 && b.Public < mostPublic/2 }

// String says what the limit means, for whoever starts the program.
func (b Budget) String() string {
	if b.Limit <= 0 {
		return "no limit on open files"
	}
	return fmt.Sprintf("%d files may be open at once: %d are kept for delivery, and the public pages take %d connections",
		b.Limit, b.Reserve, b.Public)
}

// Raise says how the limit is raised.
func (b Budget) Raise() string {
	return fmt.Sprintf("raise the limit: ulimit -n %d in the shell that starts it, or LimitNOFILE=%d in the systemd unit", enough, enough)
}
