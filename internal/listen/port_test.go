package listen

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestAPortThatCannotBeOpenedSaysWhatToDo(t *testing.T) {
	l, err := Open("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, err = Open(l.Addr().String())
	var port *PortError
	if !errors.As(err, &port) || !errors.Is(err, syscall.EADDRINUSE) || !strings.Contains(err.Error(), "another program listens there") {
		t.Errorf("a port that is taken: %v", err)
	}
	refused := &PortError{Address: ":443", Program: "/opt/pressroom", Err: &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", syscall.EACCES)}}
	for _, want := range []string{
		":443", "setcap cap_net_bind_service=+ep /opt/pressroom", "AmbientCapabilities=CAP_NET_BIND_SERVICE", "a web server in front",
	} {
		if !strings.Contains(refused.Error(), want) {
			t.Errorf("without the right: %q is missing in %v", want, refused)
		}
	}
	if _, err := Open("192.0.2.7:0"); err == nil || !strings.Contains(err.Error(), "192.0.2.7:0 cannot be opened: ") {
		t.Errorf("an address of another machine: %v", err)
	}
}

func TestConnectionsWithoutTLSHaveTheirShare(t *testing.T) {
	for _, limit := range []int{0, 64, 256, 1024, 65536} {
		b := Files(limit, 8, false)
		if plain, secure := b.Plain(); plain < 4 || secure < 4 || plain+secure > max(b.Public, 8) {
			t.Errorf("of %d: %d and %d", b.Public, plain, secure)
		}
	}
}

// TestOverTLSARequestInHandIsSeen: who is being answered does not give way, which the
// listener is told of the connection below TLS.
func TestOverTLSARequestInHandIsSeen(t *testing.T) {
	raw, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := Limit(raw, 1)
	seen := make(chan bool)
	srv := l.Server(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		l.mu.Lock()
		defer l.mu.Unlock()
		for c := range l.open {
			seen <- c.busy
		}
	}))
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	srv.TLSConfig = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	ended := make(chan struct{})
	go func() { defer close(ended); srv.ServeTLS(l, "", "") }()
	defer func() { srv.Close(); <-ended }()
	for _, protocol := range []string{"http/1.1", "h2"} {
		got := make(chan error, 1)
		go func() {
			client := &http.Client{Transport: &http.Transport{
				DisableKeepAlives: true, ForceAttemptHTTP2: protocol == "h2",
				TLSClientConfig: &tls.Config{InsecureSkipVerify: true, NextProtos: []string{protocol}},
			}}
			resp, err := client.Get("https://" + raw.Addr().String())
			if err == nil {
				_, err = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
				if major := map[string]int{"http/1.1": 1, "h2": 2}[protocol]; resp.ProtoMajor != major {
					err = fmt.Errorf("it speaks %s", resp.Proto)
				}
			}
			got <- err
		}()
		if busy := <-seen; !busy {
			t.Errorf("%s: a request in hand is not seen", protocol)
		}
		if err := <-got; err != nil {
			t.Errorf("%s: %v", protocol, err)
		}
	}
}
