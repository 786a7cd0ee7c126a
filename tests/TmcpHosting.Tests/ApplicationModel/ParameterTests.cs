using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;
using Aspire.Hosting.Publishing;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("--Parameters:demo-password=x")]
    [InlineData("--Parameters:demo_password=x")]
    public async Task The_value_comes_from_configuration_in_either_spelling(string argument) =>
        Assert.Equal("x", await TestApplication.Create(argument).AddParameter("demo-password").Resource.GetValueAsync(default));

    [Fact]
    public async Task The_exact_key_wins_over_the_one_with_underscores_unless_it_is_empty()
    {
        var exact = TestApplication.Create("--Parameters:a-b=exact", "--Parameters:a_b=under").AddParameter("a-b");
        var empty = TestApplication.Create("--Parameters:a-b=", "--Parameters:a_b=under").AddParameter("a-b");

        Assert.Equal(("exact", "under"), (await exact.Resource.GetValueAsync(default), await empty.Resource.GetValueAsync(default)));
    }

    [Fact]
    public async Task A_missing_value_names_the_key_and_two_ways_to_set_it()
    {
        var parameter = TestApplication.Create().AddParameter("demo-password", secret: true);

        var failure = await Assert.ThrowsAsync<MissingParameterValueException>(() => parameter.Resource.GetValueAsync(default).AsTask());

        Assert.Contains("'Parameters:demo-password'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--Parameters:demo-password=<value>", failure.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet user-secrets set \"Parameters:demo-password\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_literal_value_is_not_overridden()
    {
        var builder = TestApplication.Create("--Parameters:a=configured", "--Parameters:b=configured");

        Assert.Equal("literal", await builder.AddParameter("a", "literal").Resource.GetValueAsync(default));
        Assert.Equal("code", await builder.AddParameter("b", () => "code").Resource.GetValueAsync(default));
    }

    [Fact]
    public async Task A_default_is_overridden()
    {
        var builder = TestApplication.Create("--Parameters:a=configured");

        Assert.Equal("configured", await builder.AddParameter("a", new GenerateParameterDefault { MinLength = 10 }).Resource.GetValueAsync(default));
    }

    [Fact]
    public async Task A_key_of_ones_own_is_read()
    {
        var builder = TestApplication.Create("--Discord:Webhook=url");

        Assert.Equal("url", await builder.AddParameterFromConfiguration("webhook", "Discord:Webhook").Resource.GetValueAsync(default));
    }

    [Fact]
    public async Task A_value_is_made_once()
    {
        var made = 0;
        var parameter = TestApplication.Create().AddParameter("a", () => $"{++made}").Resource;

        Assert.Equal(("1", "1"), (await parameter.GetValueAsync(default), await parameter.GetValueAsync(default)));
    }

    [Fact]
    public void A_secret_is_not_published_as_default() =>
        Assert.Throws<ArgumentException>(() => TestApplication.Create().AddParameter("a", "x", publishValueAsDefault: true, secret: true));

    [Fact]
    public void The_first_snapshot_tells_the_key_and_no_value()
    {
        var parameter = TestApplication.Create("--Parameters:a=hush").AddParameter("a", secret: true).Resource;

        var snapshot = parameter.Annotations.OfType<ResourceSnapshotAnnotation>().Single().InitialSnapshot;

        Assert.Equal("Parameter", snapshot.ResourceType);
        Assert.Contains(snapshot.Properties, property => Equals(property.Value, "Parameters:a"));
        Assert.DoesNotContain(snapshot.Properties, property => Equals(property.Value, "hush"));
    }

    [Fact]
    public void A_description_is_kept()
    {
        var parameter = TestApplication.Create().AddParameter("a").WithDescription("the *one*", enableMarkdown: true).Resource;

        Assert.Equal(("the *one*", true), (parameter.Description, parameter.EnableDescriptionMarkdown));
    }

    [Fact]
    public void Generated_values_keep_their_rules()
    {
        for (var round = 0; round < 500; round++)
        {
            var value = new GenerateParameterDefault { MinLength = 22, Special = false, MinUpper = 2, MinNumeric = 3 }.GetDefaultValue();

            Assert.Equal(22, value.Length);
            Assert.True(value.Count(char.IsAsciiLetterUpper) >= 2 && value.Count(char.IsAsciiDigit) >= 3 && value.All(char.IsAsciiLetterOrDigit), value);
        }
    }

    [Fact]
    public void Minimums_beyond_the_length_make_it_longer() =>
        Assert.Equal(9, new GenerateParameterDefault { MinLength = 4, MinLower = 3, MinUpper = 3, MinSpecial = 3 }.GetDefaultValue().Length);

    [Fact]
    public void A_password_has_22_characters_and_each_is_another()
    {
        var builder = TestApplication.Create();
        var passwords = Enumerable.Range(0, 50).Select(i => ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"p{i}").ValueInternal).ToArray();

        Assert.All(passwords, password => Assert.Equal(22, password.Length));
        Assert.Equal(50, passwords.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_generated_value_is_the_same_in_the_next_run()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "id", "secrets.json");

        string Run() => new UserSecretsParameterDefault(new UserSecretsStore(path), "Parameters:p", new GenerateParameterDefault { MinLength = 22 }).GetDefaultValue();

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void A_manifest_gets_the_rules_and_never_a_value()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            new GenerateParameterDefault { MinLength = 22, Special = false, MinLower = 1 }
                .WriteToManifest(new ManifestPublishingContext(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish), "m.json", writer));
            writer.WriteEndObject();
        }

        Assert.Equal("""{"generate":{"minLength":22,"special":false,"minLower":1}}""", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task A_connection_string_is_configured_as_such()
    {
        var database = TestApplication.Create("--ConnectionStrings:db=Host=x").AddConnectionString("db", "DATABASE").Resource;

        Assert.Equal("Host=x", await database.GetConnectionStringAsync());
        Assert.Equal(("DATABASE", "{db.connectionString}"), (database.ConnectionStringEnvironmentVariable, database.ValueExpression));
    }

    [Fact]
    public async Task A_connection_string_can_be_put_together()
    {
        var builder = TestApplication.Create("--Parameters:key=k");
        var key = builder.AddParameter("key", secret: true);
        var store = builder.AddConnectionString("store", text => text.Append($"Key={key}"));

        Assert.Equal("Key=k", await ((IResourceWithConnectionString)store.Resource).GetConnectionStringAsync());
        Assert.Contains(store.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), relation => relation.Resource == key.Resource);
    }
}
