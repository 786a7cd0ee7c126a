using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class ResourceNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("my-service")]
    [InlineData("Api2")]
    public void Letters_digits_and_single_hyphens_make_a_name(string name) => Assert.Equal(name, new ContainerResource(name).Name);

    [Theory]
    [InlineData("", "0 characters")]
    [InlineData("2nd", "start with an ASCII letter")]
    [InlineData("-a", "start with an ASCII letter")]
    [InlineData("a_b", "only ASCII letters")]
    [InlineData("a.b", "only ASCII letters")]
    [InlineData("größe", "only ASCII letters")]
    [InlineData("a--b", "two hyphens")]
    [InlineData("a-", "end with a hyphen")]
    public void A_bad_name_is_refused_with_the_rule_it_breaks(string name, string rule)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new ContainerResource(name));

        Assert.Contains($"Resource name '{name}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Sixty_four_characters_are_the_limit(int length, bool isAllowed) =>
        Assert.Equal(isAllowed, ModelName.FindProblem(new string('a', length)) is null);

    [Fact]
    public void Endpoint_names_follow_the_same_rule()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TestApplication.Create().AddTool("tool").WithHttpEndpoint(name: "my_endpoint"));

        Assert.Contains("Endpoint name 'my_endpoint'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_names_are_judged_as_the_rule_says()
    {
        var random = new Random(20261121);
        const string alphabet = "abzAZ09-_. é";
        for (var round = 0; round < 20_000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(0, 70)).Select(_ => alphabet[random.Next(random.Next(2) == 0 ? 7 : alphabet.Length)])]);
            var isGood = name.Length is >= 1 and <= 64
                && char.IsAsciiLetter(name[0])
                && !name.EndsWith('-')
                && name.Split('-').All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit));

            Assert.True(isGood == (ModelName.FindProblem(name) is null), $"'{name}'");
        }
    }

    [Fact]
    public void A_second_resource_of_the_same_name_is_refused_whatever_its_case()
    {
        var builder = TestApplication.Create();
        builder.AddTool("api");

        var refusal = Assert.Throws<DistributedApplicationException>(() => builder.AddContainer("API", "image"));

        Assert.Contains("'API'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ExecutableResource", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_finds_names_that_collide_past_AddResource()
    {
        var builder = TestApplication.Create();
        builder.Resources.Add(new ContainerResource("api"));
        builder.Resources.Add(new ContainerResource("Api"));

        Assert.Contains("share the name 'api'", Assert.Throws<DistributedApplicationException>(builder.Build).Message, StringComparison.Ordinal);
    }
}
