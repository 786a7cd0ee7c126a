using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class ReferenceExpressionTests
{
    [Fact]
    public async Task Text_and_values_are_joined()
    {
        var builder = TestApplication.Create("--Parameters:user=ann", "--Parameters:host=db");
        var user = builder.AddParameter("user");
        var host = builder.AddParameter("host");

        var expression = ReferenceExpression.Create($"user={user};host={host.Resource}:5432");

        Assert.Equal("user=ann;host=db:5432", await expression.GetValueAsync(default));
        Assert.Equal("user={user.value};host={host.value}:5432", expression.ValueExpression);
        Assert.Equal("user={0};host={1}:5432", expression.Format);
    }

    [Fact]
    public async Task Braces_in_the_text_stay_braces()
    {
        var user = TestApplication.Create("--Parameters:user=ann").AddParameter("user");

        var expression = ReferenceExpression.Create($"{{\"user\":\"{user}\"}} {"{0}"}");

        Assert.Equal("{\"user\":\"ann\"} {0}", await expression.GetValueAsync(default));
    }

    [Fact]
    public async Task Braces_in_a_value_stay_braces()
    {
        var user = TestApplication.Create("--Parameters:user={1}{x}").AddParameter("user");

        Assert.Equal("<{1}{x}>", await ReferenceExpression.Create($"<{user}>").GetValueAsync(default));
    }

    [Theory]
    [InlineData("p@ss/w?rd 1", "p%40ss%2Fw%3Frd%201")]
    [InlineData("plain", "plain")]
    public async Task The_uri_format_escapes_for_a_url(string value, string escaped)
    {
        var password = TestApplication.Create($"--Parameters:password={value}").AddParameter("password", secret: true);

        Assert.Equal($"redis://:{escaped}@host", await ReferenceExpression.Create($"redis://:{password:uri}@host").GetValueAsync(default));
        Assert.Equal($"/{Uri.EscapeDataString("a b")}", await ReferenceExpression.Create($"/{"a b":uri}").GetValueAsync(default));
    }

    [Fact]
    public void No_other_format_exists()
    {
        var password = TestApplication.Create().AddParameter("password");

        Assert.Contains(":uri", Assert.Throws<FormatException>(() => ReferenceExpression.Create($"{password:base64}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expressions_nest()
    {
        var user = TestApplication.Create("--Parameters:user=ann").AddParameter("user");
        var inner = ReferenceExpression.Create($"[{user}]");

        var outer = ReferenceExpression.Create($"{inner}+{inner}");

        Assert.Equal("[ann]+[ann]", await outer.GetValueAsync(default));
        Assert.Equal("[{user.value}]+[{user.value}]", outer.ValueExpression);
    }

    [Theory]
    [InlineData("on", "secure")]
    [InlineData("ON", "secure")]
    [InlineData("off", "plain")]
    public async Task A_choice_compares_without_regard_to_case(string value, string expected)
    {
        var flag = TestApplication.Create($"--Parameters:flag={value}").AddParameter("flag");

        var choice = ReferenceExpression.CreateConditional(flag.Resource, "on", ReferenceExpression.Create($"secure"), ReferenceExpression.Create($"plain"));

        Assert.True(choice.IsConditional);
        Assert.Equal(expected, await choice.GetValueAsync(default));
        Assert.Equal($"x-{expected}", await ReferenceExpression.Create($"x-{choice}").GetValueAsync(default));
    }

    [Fact]
    public void A_choice_on_encryption_stands_in_a_manifest_as_what_it_chooses()
    {
        var tool = TestApplication.CreatePublishing().AddTool("tool").WithHttpEndpoint().WithHttpsEndpoint();

        string Choose(string name) => tool.GetEndpoint(name).GetTlsValue(ReferenceExpression.Create($",ssl=true"), ReferenceExpression.Empty).ValueExpression;

        Assert.Equal(["", ",ssl=true"], new[] { Choose("http"), Choose("https") });
    }

    [Fact]
    public void A_choice_on_something_unknown_is_refused_in_a_manifest()
    {
        var tool = TestApplication.CreatePublishing().AddTool("tool").WithHttpEndpoint();
        var choice = ReferenceExpression.CreateConditional(
            tool.GetEndpoint("http"), "x", ReferenceExpression.Create($"a"), ReferenceExpression.Create($"b"));

        Assert.Contains("tool.bindings.http.url", Assert.Throws<InvalidOperationException>(() => choice.ValueExpression).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_builder_adds_piece_by_piece()
    {
        var app = TestApplication.Create("--Parameters:user=ann");
        var user = app.AddParameter("user");
        var builder = new ReferenceExpressionBuilder();
        Assert.True(builder.IsEmpty);

        builder.AppendLiteral("a{");
        builder.AppendFormatted(user.Resource);
        builder.Append($"}}{user}/{"x y":uri}");
        builder.AppendValueProvider(user);
        builder.AppendValueProvider("!");

        Assert.Equal("a{ann}ann/x%20yann!", await builder.Build().GetValueAsync(default));
        Assert.Throws<ArgumentException>(() => builder.AppendValueProvider(17));
    }

    [Fact]
    public async Task A_single_value_that_is_null_stays_null()
    {
        var nothing = new TestServer("nothing", ReferenceExpression.Create($"{new NullValue()}"));

        Assert.Null(await nothing.ConnectionStringExpression.GetValueAsync(default));
    }

    [Fact]
    public async Task Random_expressions_are_the_concatenation_of_their_parts()
    {
        var random = new Random(20261121);
        const string alphabet = "ab{}01,:%\\\"'é \n";
        string Text() => new([.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

        for (var round = 0; round < 5_000; round++)
        {
            var builder = new ReferenceExpressionBuilder();
            var (expected, manifest) = (new StringBuilder(), new StringBuilder());
            for (var part = random.Next(0, 7); part > 0; part--)
            {
                var text = Text();
                switch (random.Next(4))
                {
                    case 0:
                        builder.AppendLiteral(text);
                        expected.Append(text);
                        manifest.Append(text);
                        break;
                    case 1:
                        builder.AppendFormatted(new FixedValue(text));
                        expected.Append(text);
                        manifest.Append("{fixed}");
                        break;
                    case 2:
                        builder.AppendFormatted(new FixedValue(text), "uri");
                        expected.Append(Uri.EscapeDataString(text));
                        manifest.Append("{fixed}");
                        break;
                    default:
                        builder.AppendFormatted(ReferenceExpression.Create($"<{text}{new FixedValue(text)}>"));
                        expected.Append('<').Append(text).Append(text).Append('>');
                        manifest.Append('<').Append(text).Append("{fixed}>");
                        break;
                }
            }

            var expression = builder.Build();
            Assert.Equal(expected.ToString(), await expression.GetValueAsync(default));
            Assert.Equal(manifest.ToString(), expression.ValueExpression);
        }
    }

    private sealed class FixedValue(string value) : IExpressionValue
    {
        public string ValueExpression => "{fixed}";

        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(value);
    }

    private sealed class NullValue : IExpressionValue
    {
        public string ValueExpression => "{null}";

        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new((string?)null);
    }
}
