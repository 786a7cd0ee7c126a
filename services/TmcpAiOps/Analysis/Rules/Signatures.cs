using System.Text.RegularExpressions;

namespace Tmcp.AiOps.Analysis.Rules;

/// <summary>The failures of this stack, as its programs and Kubernetes write them.</summary>
internal static partial class Signatures
{
    // Without backtracking no line can be slow, however it was made.
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    public static IReadOnlyList<Signature> All { get; } =
    [
        new(FailureKind.OutOfMemory, OutOfMemoryStrong(), OutOfMemoryWeak(),
            "{service} ran out of memory{target}: it asked for more than its limit (or the machine) has, and was stopped or could not go on.",
            "Look at the memory of {service} before the failure. Raise its memory limit if the load is real; otherwise find what grows (unbounded cache, large request, leak) and restart it meanwhile."),
        new(FailureKind.DiskFull, DiskFullStrong(), DiskFullWeak(),
            "The disk or volume that {service} writes to is full{target}: writes fail.",
            "Free space on the volume of {service} (old logs, indexes, backups) or enlarge it; check with df -h. Then restart what stopped writing, and set an alert at 80 %."),
        new(FailureKind.Dns, DnsStrong(), DnsWeak(),
            "{service} cannot resolve the name of a service it needs{target}: DNS gives no address.",
            "Check that the service exists under that name in the same namespace (kubectl get svc), that the address in the settings of {service} is right, and that cluster DNS answers."),
        new(FailureKind.Tls, TlsStrong(), TlsWeak(),
            "{service} could not set up a TLS connection{target}: the certificate is expired, not trusted or made for another name, or the two sides do not speak the same protocol.",
            "Look at the certificate (openssl s_client -connect host:port): its dates, its name, its issuer. Renew it or add the issuer to the trust store of {service}; check that https is really spoken on that port."),
        new(FailureKind.RateLimit, RateLimitStrong(), RateLimitWeak(),
            "{service} is being refused because it sends too many requests{target}: a rate limit or quota is used up.",
            "Wait as long as Retry-After says, then send less: back off on 429, spread the calls, cache answers; ask for a higher quota if the load is real."),
        new(FailureKind.CorruptData, CorruptDataStrong(), CorruptDataWeak(),
            "{service} read data that is damaged or not of the expected form{target}.",
            "Stop writes to the damaged store, keep a copy of it, then repair or restore from the last good backup. If the data came from another service, find the version that began to send it."),
        new(FailureKind.BadDeploy, BadDeployStrong(), BadDeployWeak(),
            "{service} does not start as it was deployed{target}: image, settings, secret or code of the new version do not fit.",
            "Compare with the last version that ran and roll back (kubectl rollout undo). Then correct what the line names: image tag, missing setting or secret, missing file or module, or a failed migration."),
        new(FailureKind.Authentication, AuthenticationStrong(), AuthenticationWeak(),
            "{service} was refused{target}: its password, token or permission is missing, wrong or expired.",
            "Check the credentials of {service} (secret present, not rotated, not expired) and the rights of that account on the other side. Restart {service} after the secret is corrected."),
        new(FailureKind.ConnectionRefused, RefusedStrong(), RefusedWeak(),
            "{service} cannot connect{target}: nothing listens there, so the service it needs is down, restarting or on another port.",
            "Start or restart the service behind that address and see its own log for why it stopped. If it runs, compare host and port with the settings of {service}."),
        new(FailureKind.Timeout, TimeoutStrong(), TimeoutWeak(),
            "{service} waited too long for an answer{target}: the other side is overloaded, stuck or cannot be reached.",
            "Look at load and latency of the service behind that address at this time (CPU, slow queries, locks, queue length). Restart it if it is stuck; raise the time limit only when slow answers are expected."),
    ];

    /// <summary>An end that nothing else explains.</summary>
    public static Signature Ended { get; } = new(FailureKind.Ended, EndedStrong(), Never(),
        "{service} ended by itself: it crashed or was killed, and its last lines do not say why.",
        "Start {service} again. Look at what it wrote and was asked just before the end, and at the machine: a killed process (signal 9) often means that memory ran out.");

    /// <summary>Somebody tries whether alerts arrive.</summary>
    public static Signature Test { get; } = new(FailureKind.Test, TestStrong(), Never(),
        "This is a test alert: nothing is broken.",
        "Nothing to do. Alerts are taken in, their log lines are found, and messages arrive here.");

    [GeneratedRegex(@"ended unexpectedly|process ended (by a signal|with exit code)|\bpanic:|segmentation fault|core dumped|Unhandled exception|terminated by signal", Flags)]
    private static partial Regex EndedStrong();

    [GeneratedRegex(@"\ATestAlert\z|\Atest alert\b", Flags)]
    private static partial Regex TestStrong();

    [GeneratedRegex(@"\z\A.", Flags)]
    private static partial Regex Never();

    [GeneratedRegex(@"OOM[- ]?Kill|\bout of memory\b|OutOfMemory|Cannot allocate memory|\bENOMEM\b|heap limit|heap out of memory|oom-kill|\bMemoryError\b|java heap space|exit(ed)?( with)?( code)? 137|exit code:? 137|used_memory|OOM command not allowed|GC overhead limit|memory cgroup|requires more system memory|CUDA out of memory|signal: killed|circuit_breaking_exception|Data too large", Flags)]
    private static partial Regex OutOfMemoryStrong();

    [GeneratedRegex(@"\bmemory\b|\bheap\b|\bRSS\b|\bevict|SIGKILL|\bGC\b", Flags)]
    private static partial Regex OutOfMemoryWeak();

    [GeneratedRegex(@"no space left|\bENOSPC\b|disk (is )?full|not enough (disk )?space|(flood|high|low)[- ]stage|disk watermark|watermark \[|DiskPressure|read_only_allow_delete|read-only-allow-delete|disk quota exceeded|\bEDQUOT\b|database or disk is full|volume .{0,40}full|out of disk|insufficient disk|stop-writes-on-bgsave|MISCONF|disk usage .{0,60}(exceed|9\d|100)", Flags)]
    private static partial Regex DiskFullStrong();

    [GeneratedRegex(@"\bdisk\b|\bvolume\b|\bspace\b|\bquota\b|read-only", Flags)]
    private static partial Regex DiskFullWeak();

    [GeneratedRegex(@"no such host|ENOTFOUND|EAI_AGAIN|Name or service not known|Temporary failure in name resolution|nodename nor servname|could not resolve|cannot resolve|getaddrinfo|NXDOMAIN|SERVFAIL|Name does not resolve|No address associated|UnknownHostException|could not be resolved|host not found|NameResolution|server misbehaving|unresolved host|failed to resolve|DNS (lookup|resolution|query)", Flags)]
    private static partial Regex DnsStrong();

    [GeneratedRegex(@"\bdns\b|\bresolv|\blookup\b|hostname", Flags)]
    private static partial Regex DnsWeak();

    [GeneratedRegex(@"x509|certificate|\bTLS\b|\bSSL\b|UNABLE_TO_VERIFY_LEAF|SELF_SIGNED|CERT_HAS_EXPIRED|handshake|PKIX|AuthenticationException: The remote|first record does not look like|wrong version number|ERR_TLS", Flags)]
    private static partial Regex TlsStrong();

    [GeneratedRegex(@"https|secure connection|cipher|\bCA\b", Flags)]
    private static partial Regex TlsWeak();

    [GeneratedRegex(@"\b429\b|too many requests|rate[- _]?limit|quota (exceeded|exhausted)|exceeded .{0,30}quota|throttl|RESOURCE_EXHAUSTED|retry[_ -]after|insufficient_quota|toomanyrequests|TooManyRequests|requests per (minute|second)|pull rate limit|es_rejected_execution|too_many_requests", Flags)]
    private static partial Regex RateLimitStrong();

    [GeneratedRegex(@"\bquota\b|\blimit\b|slow down|back ?off", Flags)]
    private static partial Regex RateLimitWeak();

    [GeneratedRegex(@"corrupt|malformed|checksum|crc|invalid (json|character|utf|byte|page|magic)|unexpected (end of|token|EOF)|unexpected character|JsonException|JsonReaderException|JSONDecodeError|SyntaxError: Unexpected|translog|bad file format|file is not a database|Bad signature|Short read|invalid UTF-8|could not be converted|parse error|failed to parse|unterminated string|truncated|integrity check|not a valid|mapper_parsing_exception|InvalidDataException|digest mismatch|block .{0,20}damaged", Flags)]
    private static partial Regex CorruptDataStrong();

    [GeneratedRegex(@"\binvalid\b|\bparse\b|\bdeserializ|\bdecode|\bformat\b", Flags)]
    private static partial Regex CorruptDataWeak();

    [GeneratedRegex(@"ImagePullBackOff|ErrImagePull|CrashLoopBackOff|manifest (unknown|for .{0,80} not found)|CreateContainerConfigError|secret ""?[\w-]+""? not found|configmap ""?[\w-]+""? not found|couldn't find key|Cannot find module|MODULE_NOT_FOUND|ModuleNotFoundError|No module named|Could not load file or assembly|FileNotFoundException: Could not load|exec format error|executable file not found|no such file or directory: unknown|MissingMethodException|TypeLoadException|environment variable .{0,60}(not set|missing|required)|missing (required )?(environment|env|setting|config)|OptionsValidationException|progress deadline|ProgressDeadlineExceeded|migration .{0,80}fail|failed to apply migration|undefined symbol|unknown (flag|command|option|shorthand)|Unable to resolve service for type|InvalidImageName|back-off restarting|failed liveness|Liveness probe failed|Readiness probe failed|Startup probe failed|no column named|no such (table|column)|has no column|is not set\b.{0,40}(exit|abort|start)", Flags)]
    private static partial Regex BadDeployStrong();

    [GeneratedRegex(@"\bdeploy|\brollout|\brevision\b|\bimage\b|\bmigration|\bstartup\b|\bversion\b|starting container|restarted", Flags)]
    private static partial Regex BadDeployWeak();

    [GeneratedRegex(@"\b40[13]\b|unauthori[sz]ed|\bforbidden\b|invalid (token|credential|password|api key|signature|grant)|token (is |has )?expired|expired token|jwt|authentication (failed|required)|failed to authenticate|permission denied|access denied|NOAUTH|WRONGPASS|NOPERM|AuthenticationFailed|incorrect api key|bad credentials|login failed|password authentication|security_exception|not authorized|missing authentication|Vault is sealed|invalid_grant", Flags)]
    private static partial Regex AuthenticationStrong();

    [GeneratedRegex(@"\bauth\b|\btoken\b|\bpassword\b|\bcredential|\blogin\b|permission|\bsecret\b", Flags)]
    private static partial Regex AuthenticationWeak();

    [GeneratedRegex(@"connection refused|ECONNREFUSED|actively refused|connect(ion)? failed|No connection could be made|Errno 111|refused the connection|connection reset|ECONNRESET|socket hang up|failed to connect|could not connect|unable to connect|Connection to .{0,80} (failed|refused)|no healthy upstream|502 bad gateway|upstream connect error|No connection is available|SocketClosed|broken pipe|EPIPE|cannot be reached|no endpoints available|NoNodeAvailable", Flags)]
    private static partial Regex RefusedStrong();

    [GeneratedRegex(@"\bconnect|\bsocket\b|unreachable|\b50[23]\b|unavailable|\bdown\b", Flags)]
    private static partial Regex RefusedWeak();

    [GeneratedRegex(@"timed? ?out|timeout|ETIMEDOUT|ESOCKETTIMEDOUT|deadline exceeded|TaskCanceledException|TimeoutException|HttpClient\.Timeout|took too long|no answer (to \S+ )?(with)?in|gave no answer|504 gateway|\b504\b|did not (respond|answer|properly respond)|database is locked|lock wait|context canceled while|was silent for", Flags)]
    private static partial Regex TimeoutStrong();

    [GeneratedRegex(@"\bslow\b|latency|\bwaiting\b|\bstuck\b|\bhang", Flags)]
    private static partial Regex TimeoutWeak();
}
