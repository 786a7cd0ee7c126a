namespace Tmcp.AiOps.Analysis.Rules;

/// <summary>The kinds of failure that the rules know.</summary>
internal enum FailureKind
{
    Unknown,
    OutOfMemory,
    DiskFull,
    Dns,
    ConnectionRefused,
    Tls,
    Authentication,
    Timeout,
    BadDeploy,
    RateLimit,
    CorruptData,
    Ended,
    Test,
}
