using Tmcp.AppHost.Logs;
using Tmcp.Logs;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests.Logs;

public sealed class LineDocumentsTests
{
    private readonly LineDocuments _documents = new("bridge", new ManualClock());

    [Fact]
    public void Coloured_console_lines_become_one_plain_document_with_their_level()
    {
        _documents.Add("2026-11-21T08:33:03.187Z \u001b[41m\u001b[30mfail\u001b[39m\u001b[22m\u001b[49m: Tmcp.Bridge.Transport[2003]", isError: false);
        _documents.Add("2026-11-21T08:33:03.187Z       dial tcp: no such host", isError: false);

        var document = _documents.Flush()!;

        Assert.Equal("fail: Tmcp.Bridge.Transport[2003]\n      dial tcp: no such host", document.Message);
        Assert.Equal(("error", "bridge", "stdout"), (document.Log!.Level, document.Service.Name, document.Stream));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 8, 33, 3, 187, TimeSpan.Zero), document.Timestamp);
    }

    [Fact]
    public void Next_line_that_is_not_indented_completes_the_one_before()
    {
        Assert.Null(_documents.Add("first", isError: false));

        Assert.Equal("first", _documents.Add("second", isError: true)!.Message);
        Assert.Equal("stderr", _documents.Flush()!.Stream);
        Assert.Null(_documents.Flush());
    }

    [Fact]
    public void Line_without_a_level_gets_none_and_a_stated_trace_is_kept()
    {
        _documents.Add("request done trace_id=4bf92f3577b34da6a3ce929d0e0e4736", isError: false);

        var document = _documents.Flush()!;

        Assert.Null(document.Log);
        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", document.Trace!.Id);
    }

    [Fact]
    public void Endless_continuation_is_cut_where_the_cluster_cuts()
    {
        var documents = new List<LogDocument?> { _documents.Add("start", isError: false) };
        for (var line = 0; line < 100; line++)
            documents.Add(_documents.Add($" {new string('x', 1000)}", isError: false));

        Assert.All(documents.OfType<LogDocument>(), document => Assert.InRange(document.Message.Length, 1, 16 * 1024));
        Assert.NotEmpty(documents.OfType<LogDocument>());
    }
}
