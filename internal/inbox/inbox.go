// Package inbox reads what comes back by mail, from a mailbox on an IMAP server
// (RFC 3501) or from a Maildir. It changes nothing there: no message is marked,
// moved or deleted, since people may read the same mailbox.
package inbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Take is called with each message; the state moves past it only when it returns
// nil. It must not mind a message that it has seen before.
type Take func(raw []byte) error

const (
	maxMessage = 1 << 20             // what is longer is cut
	firstLook  = 30 * 24 * time.Hour // how old a message may be at the first look
)

// IMAP is a mailbox on a server.
type IMAP struct {
	URL      string                 // imaps://user@host/FOLDER; imap:// turns on TLS by STARTTLS
	Password func() (string, error) // asked at each login
	TLS      *tls.Config            // nil for the system's authorities
	Now      func() time.Time
}

// Read hands over what is new since state, which is "" at first, and returns the
// state to begin with the next time, also with an error.
func (m IMAP) Read(ctx context.Context, state string, take Take) (string, error) {
	err := m.session(ctx, func(c *imapclient.Client, box *imap.SelectData) (err error) {
		state, err = m.news(c, box, state, take)
		return err
	})
	return state, err
}

// session logs in, opens the folder and calls f.
func (m IMAP) session(ctx context.Context, f func(*imapclient.Client, *imap.SelectData) error) error {
	u, err := url.Parse(m.URL)
	if err != nil {
		return fmt.Errorf("reading the inbox: %w", err)
	}
	c, err := m.dial(u)
	if err != nil {
		return fmt.Errorf("reading the inbox: %w", err)
	}
	defer c.Close()
	stop := context.AfterFunc(ctx, func() { c.Close() })
	defer stop()
	password, err := m.Password()
	if err != nil {
		return fmt.Errorf("reading the inbox's password: %w", err)
	}
	if err := c.Login(u.User.Username(), password).Wait(); err != nil {
		return fmt.Errorf("reading the inbox: logging in: %w", err)
	}
	folder := strings.TrimPrefix(u.Path, "/")
	if folder == "" {
		folder = "INBOX"
	}
	box, err := c.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil {
		return fmt.Errorf("reading the inbox: opening %s: %w", folder, err)
	}
	err = f(c, box)
	if lerr := c.Logout().Wait(); err == nil && lerr != nil && !errors.Is(lerr, io.EOF) && !errors.Is(lerr, net.ErrClosed) {
		err = lerr
	}
	if err != nil {
		return fmt.Errorf("reading the inbox: %w", err)
	}
	return nil
}

func (m IMAP) dial(u *url.URL) (*imapclient.Client, error) {
	config := m.TLS
	if config == nil {
		config = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	config = config.Clone()
	config.ServerName = u.Hostname()
	options := &imapclient.Options{TLSConfig: config, Dialer: &net.Dialer{Timeout: 30 * time.Second}}
	port := u.Port()
	if u.Scheme == "imaps" {
		if port == "" {
			port = "993"
		}
		return imapclient.DialTLS(net.JoinHostPort(u.Hostname(), port), options)
	}
	if port == "" {
		port = "143"
	}
	address := net.JoinHostPort(u.Hostname(), port)
	if ip := net.ParseIP(u.Hostname()); ip != nil && ip.IsLoopback() {
		return imapclient.DialInsecure(address, options) // it does not leave the machine
	}
	return imapclient.DialStartTLS(address, options)
}

// news reads what has a higher number than the last that was read, and all of the
// last month where the server has counted anew.
func (m IMAP) news(c *imapclient.Client, box *imap.SelectData, state string, take Take) (string, error) {
	validity, last := parseState(state)
	criteria := &imap.SearchCriteria{}
	if validity == box.UIDValidity && last > 0 {
		var set imap.UIDSet
		set.AddRange(imap.UID(last+1), 0)
		criteria.UID = []imap.UIDSet{set}
	} else {
		last = 0
		criteria.Since = m.Now().Add(-firstLook)
	}
	found, err := c.UIDSearch(criteria, nil).Wait()
	if err != nil {
		return state, err
	}
	uids := found.AllUIDs()
	sort.Slice(uids, func(a, b int) bool { return uids[a] < uids[b] })
	for _, uid := range uids {
		if uint32(uid) <= last {
			continue // "n:*" always finds the newest one
		}
		section := &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: maxMessage}}
		var set imap.UIDSet
		set.AddNum(uid)
		messages, err := c.Fetch(set, &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{section}}).Collect()
		if err != nil {
			return state, err
		}
		for _, msg := range messages {
			for _, body := range msg.BodySection {
				if err := take(body.Bytes); err != nil {
					return state, err
				}
			}
		}
		last = uint32(uid)
		state = fmt.Sprintf("%d:%d", box.UIDValidity, last)
	}
	if last == 0 && box.UIDNext > 1 {
		// Nothing recent: begin after what is there.
		state = fmt.Sprintf("%d:%d", box.UIDValidity, uint32(box.UIDNext)-1)
	}
	return state, nil
}

func parseState(s string) (validity, last uint32) {
	a, b, _ := strings.Cut(s, ":")
	v, err1 := strconv.ParseUint(a, 10, 32)
	l, err2 := strconv.ParseUint(b, 10, 32)
	if err1 != nil || err2 != nil {
		return 0, 0
	}
	return uint32(v), uint32(l)
}

// Maildir is a folder of messages with new/ and cur/.
type Maildir struct {
	Dir string
	Now func() time.Time
}

// slack is how far back a Maildir is looked at again: a file can appear with a
// time that is a little older than the last look.
const slack = time.Hour

// Read hands over the messages that are newer than state says, some of them for a
// second time, and returns the state for the next time.
func (m Maildir) Read(_ context.Context, state string, take Take) (string, error) {
	since := m.Now().Add(-firstLook)
	if unix, err := strconv.ParseInt(state, 10, 64); err == nil {
		since = time.Unix(unix, 0).Add(-slack)
	}
	begun := m.Now()
	found := false
	for _, sub := range []string{"new", "cur"} {
		entries, err := os.ReadDir(filepath.Join(m.Dir, sub))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return state, fmt.Errorf("reading the inbox: %w", err)
		}
		found = true
		for _, e := range entries {
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() || info.ModTime().Before(since) {
				continue // moved meanwhile, or old
			}
			if err := m.one(filepath.Join(m.Dir, sub, e.Name()), take); err != nil {
				return state, err
			}
		}
	}
	if !found {
		return state, fmt.Errorf("reading the inbox: %s is no Maildir: it has neither new nor cur", m.Dir)
	}
	return strconv.FormatInt(begun.Unix(), 10), nil
}

func (m Maildir) one(name string, take Take) error {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil // moved from new to cur, where it is found
	}
	if err != nil {
		return fmt.Errorf("reading the inbox: %w", err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxMessage))
	if err != nil {
		return fmt.Errorf("reading the inbox: %w", err)
	}
	return take(raw)
}

// Check logs in and opens the folder, and reads nothing.
func (m IMAP) Check(ctx context.Context) error {
	return m.session(ctx, func(*imapclient.Client, *imap.SelectData) error { return nil })
}

// Check tells whether the folder is a Maildir that can be read.
func (m Maildir) Check(context.Context) error {
	_, err := os.ReadDir(filepath.Join(m.Dir, "new"))
	if err != nil {
		return fmt.Errorf("reading the inbox: %s is no Maildir that can be read: %w", m.Dir, err)
	}
	return nil
}
