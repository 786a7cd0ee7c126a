using System.Text;
using System.Text.Json;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Tools;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("""{"page":3}""", 3)]
    [InlineData("""{"page":3.0}""", 3)]
    [InlineData("""{"page":"3"}""", 3)]
    [InlineData("""{"page":null}""", 7)]
    [InlineData("{}", 7)]
    public void Number_may_come_as_text_or_be_left_out(string arguments, int expected) =>
        Assert.Equal(expected, Arguments(arguments).Integer("page", 7));

    [Theory]
    [InlineData("""{"page":"three"}""")]
    [InlineData("""{"page":1.5}""")]
    [InlineData("""{"page":1e99}""")]
    [InlineData("""{"page":[]}""")]
    public void Number_that_is_none_is_rejected(string arguments)
    {
        var rejection = Assert.Throws<ArgumentRejectedException>(() => Arguments(arguments).Integer("page", 7));

        Assert.StartsWith("Error executing tool list_records: argument 'page'", rejection.Message);
    }

    [Theory]
    [InlineData("""{"data":{"a":1}}""")]
    [InlineData("""{"data":"{\"a\":1}"}""")]
    public void Object_may_come_as_text(string arguments) =>
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(Arguments(arguments).RequiredObject("data")));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[1]}""")]
    [InlineData("""{"data":"[1]"}""")]
    [InlineData("""{"data":"not json"}""")]
    public void Object_that_is_none_is_rejected(string arguments) =>
        Assert.Throws<ArgumentRejectedException>(() => Arguments(arguments).RequiredObject("data"));

    [Theory]
    [InlineData("../_superusers")]
    [InlineData("users/records")]
    [InlineData("users?filter=1")]
    [InlineData("users%2Frecords")]
    [InlineData("users#")]
    [InlineData("a b")]
    [InlineData("ünïcode")]
    [InlineData("")]
    [InlineData("..")]
    public void Name_that_leads_elsewhere_is_refused(string name)
    {
        Assert.Throws<CallFailedException>(() => PocketBaseNames.Collection(name));
        Assert.Throws<CallFailedException>(() => PocketBaseNames.RecordId(name));
    }

    [Fact]
    public void Refusal_shows_little_of_a_long_name() =>
        Assert.InRange(Assert.Throws<CallFailedException>(() => PocketBaseNames.Collection(new string('/', 10_000))).Message.Length, 1, 300);

    [Theory]
    [InlineData(0, 0, "?page=1&perPage=30")]
    [InlineData(-5, 5_000, "?page=1&perPage=1000")]
    [InlineData(2, 50, "?page=2&perPage=50")]
    public void Page_is_brought_into_range_as_pocketbase_does(int page, int perPage, string expected) =>
        Assert.Equal(expected, new RecordQuery().Page(page, perPage).ToString());

    [Fact]
    public void Query_values_are_escaped_and_empty_ones_left_out() =>
        Assert.Equal(
            "?filter=a%20%3D%20%22x%26y%3D1%22&sort=-created",
            new RecordQuery().Filter("a = \"x&y=1\"").Sort("-created").Expand("").Fields(" ").ToString());

    [Fact]
    public void Filter_longer_than_pocketbase_takes_is_refused() =>
        Assert.Contains("3501", Assert.Throws<CallFailedException>(() => new RecordQuery().Filter(new string('x', 3_501))).Message);

    [Theory]
    [InlineData("""{"items":[{"totalItems":9}],"page":1,"totalItems":5}""", 5)]
    [InlineData("""{"totalItems":0,"items":[]}""", 0)]
    public void Total_is_that_of_the_list_itself(string list, long expected) => Assert.Equal(expected, TotalItems.Read(Encoding.UTF8.GetBytes(list)));

    private static ToolArguments Arguments(string json) =>
        new("list_records", JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json));
}
