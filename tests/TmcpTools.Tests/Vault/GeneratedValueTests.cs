using Tmcp.Tools.Vault;

namespace Tmcp.Tools.Tests.Vault;

public sealed class GeneratedValueTests
{
    [Fact]
    public void The_rules_hold_for_every_value()
    {
        var rules = new GenerateSettings { MinLength = 12, Special = false, MinLower = 2, MinUpper = 3, MinNumeric = 4 };

        for (var run = 0; run < 500; run++)
        {
            var value = GeneratedValue.Make("v", rules);
            Assert.Matches("^[A-Za-z0-9]{12}$", value);
            Assert.True(value.Count(char.IsAsciiLetterLower) >= 2 && value.Count(char.IsAsciiLetterUpper) >= 3 && value.Count(char.IsAsciiDigit) >= 4, value);
        }
    }

    [Fact]
    public void A_minimum_of_each_kind_may_be_longer_than_the_length() =>
        Assert.Equal(6, GeneratedValue.Make("v", new GenerateSettings { MinLength = 2, MinLower = 3, MinNumeric = 3, Special = false }).Length);

    [Fact]
    public void A_kind_that_is_off_has_no_minimum() =>
        Assert.Matches("^[a-z]{8}$", GeneratedValue.Make("v", new GenerateSettings { MinLength = 8, Upper = false, Numeric = false, Special = false, MinUpper = 5 }));

    [Fact]
    public void No_two_values_are_equal() =>
        Assert.Equal(200, Enumerable.Range(0, 200).Select(_ => GeneratedValue.Make("v", new GenerateSettings())).Distinct().Count());

    [Fact]
    public void Rules_that_forbid_everything_are_refused() => Assert.Contains(
        "'v' cannot be made",
        Assert.Throws<ToolException>(() => GeneratedValue.Make("v", new GenerateSettings { Lower = false, Upper = false, Numeric = false, Special = false })).Message,
        StringComparison.Ordinal);
}
