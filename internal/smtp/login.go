package smtp

import (
	"crypto/hmac"
	"crypto/md5" // CRAM-MD5 is what some servers still ask for
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/emersion/go-sasl"
)

// Login is how to log in (RFC 4954).
type Login struct {
	Way      string // auto, plain, login, cram-md5, oauthbearer or xoauth2; "" is auto
	Username string
	Password string
	// Token gives an OAuth 2 access token, asked for with every connection since
	// tokens expire; nil if there is none.
	Token func() (string, error)
}

func (l Login) none() bool { return l.Username == "" && l.Password == "" && l.Token == nil }

// ways are the mechanisms in the order in which auto takes them. A token is only
// good for the last two, a password for the first three.
var ways = []struct {
	name, mechanism string
	token           bool
}{
	{"plain", "PLAIN", false},
	{"login", "LOGIN", false},
	{"cram-md5", "CRAM-MD5", false},
	{"oauthbearer", "OAUTHBEARER", true},
	{"xoauth2", "XOAUTH2", true},
}

// choose picks the mechanism: the one asked for, or the first that the server
// offers.
func (l Login) choose(offered string) (string, error) {
	list := " " + strings.ToUpper(offered) + " "
	for _, w := range ways {
		wanted := l.Way == w.name || (l.Way == "" || l.Way == "auto") && w.token == (l.Token != nil)
		if wanted && strings.Contains(list, " "+w.mechanism+" ") {
			return w.mechanism, nil
		}
	}
	return "", fmt.Errorf("the server offers no way to log in that fits (it offers: %s)", strings.TrimSpace(list))
}

func (l Login) client(mechanism, host string) (sasl.Client, error) {
	token := ""
	if l.Token != nil {
		var err error
		if token, err = l.Token(); err != nil {
			return nil, fmt.Errorf("reading the access token: %w", err)
		}
	}
	switch mechanism {
	case "PLAIN":
		return sasl.NewPlainClient("", l.Username, l.Password), nil
	case "LOGIN":
		return &loginClient{answers: []string{l.Username, l.Password}}, nil
	case "CRAM-MD5":
		return &cramMD5{l.Username, l.Password}, nil
	case "OAUTHBEARER":
		return sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: l.Username, Token: token, Host: host}), nil
	}
	return &xoauth2{l.Username, token}, nil
}

// login runs the exchange. Nothing of what is secret comes into an error.
func (c *Conn) login(l Login) error {
	mechanism, err := l.choose(c.ext["AUTH"])
	if err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(c.server)
	if err != nil {
		return err
	}
	client, err := l.client(mechanism, host)
	if err != nil {
		return err
	}
	mech, initial, err := client.Start()
	if err != nil {
		return err
	}
	line := "AUTH " + mech
	if initial != nil {
		line += " " + base64.StdEncoding.EncodeToString(initial)
	}
	for range 10 {
		if err := c.write(line + "\r\n"); err != nil {
			return err
		}
		code, lines, err := c.reply(c.timeouts.Command)
		if err != nil {
			return err
		}
		switch code {
		case 235:
			return nil
		case 334:
			challenge, err := base64.StdEncoding.DecodeString(lines[0])
			if err != nil {
				return fmt.Errorf("logging in: the server's challenge is not base64: %w", err)
			}
			response, err := client.Next(challenge)
			if err != nil {
				// The exchange is ended as RFC 4954 has it, so that the server
				// says what it minds.
				response = nil
			}
			line = base64.StdEncoding.EncodeToString(response)
		default:
			return fmt.Errorf("logging in with %s: %d %s", mech, code, strings.Join(lines, " "))
		}
	}
	return errors.New("logging in: the exchange does not end")
}

// loginClient answers two questions in their order, whatever their words: servers
// ask for User Name, Username: or nothing in particular, and some ask for the
// name although it came along.
type loginClient struct{ answers []string }

func (a *loginClient) Start() (mech string, initial []byte, err error) { return "LOGIN", nil, nil }

func (a *loginClient) Next([]byte) ([]byte, error) {
	if len(a.answers) == 0 {
		return nil, errors.New("the server asks for more than a name and a password")
	}
	next := a.answers[0]
	a.answers = a.answers[1:]
	return []byte(next), nil
}

// cramMD5 answers a challenge with its keyed digest (RFC 2195).
type cramMD5 struct{ username, password string }

func (a *cramMD5) Start() (mech string, initial []byte, err error) { return "CRAM-MD5", nil, nil }

func (a *cramMD5) Next(challenge []byte) ([]byte, error) {
	h := hmac.New(md5.New, []byte(a.password))
	h.Write(challenge)
	return []byte(a.username + " " + hex.EncodeToString(h.Sum(nil))), nil
}

// xoauth2 is Google's and Microsoft's form of OAUTHBEARER, older than RFC 7628.
type xoauth2 struct{ username, token string }

func (a *xoauth2) Start() (mech string, initial []byte, err error) {
	return "XOAUTH2", []byte("user=" + a.username + "\x01auth=Bearer " + a.token + "\x01\x01"), nil
}

// Next answers the server's error report, which it wants before it says no.
func (a *xoauth2) Next([]byte) ([]byte, error) { return []byte{}, nil }
