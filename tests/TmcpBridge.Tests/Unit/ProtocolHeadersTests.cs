using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using Tmcp.Bridge.Transport;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class ProtocolHeadersTests
{
    private const string New = "2026-07-28";

    [Fact]
    public void Headers_that_repeat_the_body_are_accepted()
    {
        Assert.Null(Find(New, New, "tools/call", "get_record"));
        Assert.Null(Find(New, New, "tools/call", "=?base64?Z2V0X3JlY29yZA==?="));
        Assert.Null(Find("2025-11-25", null, null, null));
        Assert.Null(Find(null, null, null, null));
    }

    [Theory]
    [InlineData(New, null, "tools/call", "get_record")]
    [InlineData(null, New, "tools/call", "get_record")]
    [InlineData("2025-11-25", New, "tools/call", "get_record")]
    [InlineData(New, New, "tools/list", "get_record")]
    [InlineData(New, New, null, "get_record")]
    [InlineData(New, New, "tools/call", "delete_record")]
    [InlineData(New, New, "tools/call", "=?base64?!?=")]
    public void Headers_that_say_something_else_are_refused(string? version, string? meta, string? method, string? name) =>
        Assert.StartsWith("Header mismatch", Find(version, meta, method, name));

    [Fact]
    public void Declared_version_travels_with_the_message()
    {
        var message = Message(meta: null);

        ProtocolHeaders.FindMismatch(new HeaderDictionary { ["MCP-Protocol-Version"] = "2025-06-18" }, message);

        Assert.Equal("2025-06-18", message.Context?.ProtocolVersion);
    }

    private static string? Find(string? version, string? meta, string? method, string? name)
    {
        var headers = new HeaderDictionary { ["MCP-Protocol-Version"] = version, ["Mcp-Method"] = method, ["Mcp-Name"] = name };
        return ProtocolHeaders.FindMismatch(headers, Message(meta));
    }

    private static JsonRpcRequest Message(string? meta) => new()
    {
        Id = new RequestId(1),
        Method = "tools/call",
        Params = new JsonObject
        {
            ["name"] = "get_record",
            ["_meta"] = meta is null ? null : new JsonObject { ["io.modelcontextprotocol/protocolVersion"] = meta },
        },
    };
}
