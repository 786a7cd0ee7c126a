using System.Text.Json.Nodes;
using Tmcp.Publisher.Lint.Schemas;
using Xunit;

namespace Tmcp.Publisher.Tests.Schemas;

public sealed class StrictSchemaTests
{
    [Theory]
    [InlineData("""{"type": "integer"}""", "1", null)]
    [InlineData("""{"type": "integer"}""", "1.0", null)]
    [InlineData("""{"type": "integer"}""", "1.5", ": is 1.5, not integer")]
    [InlineData("""{"type": "integer"}""", "\"1\"", ": is '1', not integer")]
    [InlineData("""{"type": ["integer", "string"]}""", "true", ": is true, not integer or string")]
    [InlineData("""{"type": "object"}""", "null", ": is null, not object")]
    [InlineData("""{"type": "array"}""", "{}", ": is a mapping, not array")]
    [InlineData("""{"const": "v1"}""", "\"v2\"", ": is 'v2', not \"v1\"")]
    [InlineData("""{"enum": ["TCP", "UDP"]}""", "\"tcp\"", ": is 'tcp', none of 'TCP' or 'UDP'")]
    [InlineData("""{"pattern": "^[a-z]+$"}""", "\"abc\"", null)]
    [InlineData("""{"pattern": "^[a-z]+$"}""", "\"abc\\n\"", ": is 'abc\n', which does not fit the pattern ^[a-z]+$")]
    [InlineData("""{"pattern": "^(?=.{1,3}$)[a-z$]+$"}""", "\"a$\"", null)]
    [InlineData("""{"minimum": 1}""", "0", ": is 0, less than 1")]
    [InlineData("""{"maximum": 9}""", "10", ": is 10, more than 9")]
    [InlineData("""{"minLength": 2}""", "\"😀\"", ": is 1 characters, less than 2")]
    [InlineData("""{"maxLength": 1}""", "\"😀\"", null)]
    [InlineData("""{"minItems": 1}""", "[]", ": is 0 items, less than 1")]
    [InlineData("""{"items": {"type": "string"}}""", "[\"a\", 1]", "[1]: is 1, not string")]
    [InlineData("""{"minProperties": 1}""", "{}", ": is 0 members, less than 1")]
    [InlineData("""{"maxProperties": 1}""", """{"a": 1, "b": 2}""", ": is 2 members, more than 1")]
    [InlineData("""{"required": ["a"]}""", "{}", ": lacks 'a'")]
    [InlineData("""{"properties": {"replicas": {}}, "additionalProperties": false}""", """{"replicaz": 1}""", "replicaz: is no known field; 'replicas' is one")]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"a": {"b": 1}}""", "a: is a mapping, not string")]
    [InlineData("""{"propertyNames": {"pattern": "^[a-z]+$"}}""", """{"A": 1}""", "A: is no valid name here")]
    [InlineData("""{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}""", "{}", ": fits none of the forms that are allowed here")]
    [InlineData("""{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}""", """{"b": 1}""", null)]
    [InlineData("""{"definitions": {"p": {"properties": {"x": {"$ref": "#/definitions/p"}}, "required": ["n"]}}, "$ref": "#/definitions/p"}""", """{"n": 1, "x": {}}""", "x: lacks 'n'")]
    public void Keyword_is_checked(string schema, string value, string? expected)
    {
        var faults = new StrictSchema("test", JsonNode.Parse(schema)!.AsObject()).Check(JsonNode.Parse(value));

        Assert.Equal(expected, faults is [var fault] ? $"{fault.Path}: {fault.What}" : null);
        Assert.InRange(faults.Count, 0, 1);
    }

    [Theory]
    [InlineData("""{"properties": {"a": {"oneOf": []}}}""", "'oneOf'")]
    [InlineData("""{"items": {"$ref": "#/definitions/none"}}""", "'#/definitions/none'")]
    public void Keyword_that_is_not_known_is_refused(string schema, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => new StrictSchema("test", JsonNode.Parse(schema)!.AsObject()));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_an_index_is_refused_with_its_name()
        => Assert.Contains("index.json", Assert.Throws<InvalidDataException>(() => SchemaSet.Open(Path.GetTempPath())).Message, StringComparison.Ordinal);
}
