namespace TmcpHosting.Tests.Orchestration;

/// <summary>Small Node programs that tests run as resources.</summary>
internal static class TestScripts
{
    /// <summary>Answers every request with <c>hello</c>; ends at once on SIGTERM.</summary>
    public const string Server = "require('http').createServer((q, a) => a.end('hello')).listen(process.env.PORT, 'localhost')";

    /// <summary>Answers with its process id.</summary>
    public const string PidServer = "require('http').createServer((q, a) => a.end(String(process.pid))).listen(process.env.PORT, 'localhost')";

    /// <summary>Writes <c>ready</c> when it runs and <c>tidied</c> when it was asked to end.</summary>
    public const string TidyServer = """
        const fs = require('fs');
        process.on('SIGTERM', () => { fs.writeFileSync('tidied', ''); process.exit(0); });
        setInterval(() => {}, 1000);
        fs.writeFileSync('ready', '');
        """;
}
