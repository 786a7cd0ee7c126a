using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Api;

public sealed class ToolCallTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    private const string Weather =
        """[{"type":"function","function":{"name":"get_current_weather","description":"Weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"},"unit":{"enum":["celsius","fahrenheit"]}},"required":["city"]}}}]""";

    private const string Question = """[{"role":"user","content":"What is the weather in Hanoi?"}]""";

    [Fact]
    public async Task Native_call_has_arguments_as_an_object()
    {
        var answer = await emulator.Client.PostAsync("/api/chat", $$"""{"model":"{{Http.Model}}","stream":false,"tools":{{Weather}},"messages":{{Question}}}""");

        var call = answer["message"]!["tool_calls"]![0]!["function"]!;
        Assert.Equal("get_current_weather", call["name"]!.GetValue<string>());
        Assert.NotEmpty(call["arguments"]!["city"]!.GetValue<string>());
        Assert.Equal("stop", answer["done_reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task OpenAI_call_has_arguments_as_text_and_its_own_finish_reason()
    {
        var answer = await emulator.Client.PostAsync("/v1/chat/completions", $$"""{"model":"{{Http.Model}}","tools":{{Weather}},"messages":{{Question}}}""");

        var choice = answer["choices"]![0]!;
        var call = choice["message"]!["tool_calls"]![0]!;
        Assert.Equal("tool_calls", choice["finish_reason"]!.GetValue<string>());
        Assert.StartsWith("call_", call["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(call["function"]!["arguments"]!.GetValue<string>())!["city"]);
    }

    [Theory]
    [InlineData("\"none\"", null)]
    [InlineData("\"required\"", "get_current_weather")]
    [InlineData("""{"type":"function","function":{"name":"get_current_weather"}}""", "get_current_weather")]
    public async Task Tool_choice_is_obeyed(string choice, string? called)
    {
        var answer = await emulator.Client.PostAsync(
            "/v1/chat/completions", $$"""{"model":"{{Http.Model}}","tools":{{Weather}},"tool_choice":{{choice}},"messages":[{"role":"user","content":"weather weather"}]}""");

        Assert.Equal(called, answer["choices"]![0]!["message"]!["tool_calls"]?[0]!["function"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Result_of_the_tool_is_told_and_no_second_call_made()
    {
        var answer = await emulator.Client.PostAsync("/api/chat", $$$"""
            {"model":"{{{Http.Model}}}","stream":false,"tools":{{{Weather}}},"messages":[
              {"role":"user","content":"What is the weather in Hanoi?"},
              {"role":"assistant","content":"","tool_calls":[{"function":{"name":"get_current_weather","arguments":{"city":"Hanoi"} }}]},
              {"role":"tool","tool_name":"get_current_weather","content":"31 degrees and sunny"}]}
            """);

        Assert.Contains("31 degrees and sunny", answer["message"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(answer["message"]!["tool_calls"]);
    }
}
