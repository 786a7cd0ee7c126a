using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Settings;

/// <summary>Demands an absolute http or https address without user name and password. Null passes: add <c>Required</c>.</summary>
/// <param name="key">The configuration key a person would set, for the error text.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpUrlAttribute(string key) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        null => ValidationResult.Success,
        Uri { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" } => ValidationResult.Success,
        Uri { IsAbsoluteUri: true, UserInfo.Length: > 0 } =>
            new($"{key} carries a user name or password: leave them out of the address."),
        _ => new($"{key} is '{value}', which is no address: give one like http://localhost:8090."),
    };
}
