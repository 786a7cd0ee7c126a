using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Settings;

/// <summary>Demands an absolute http or https address. Null passes: add <c>Required</c>. The value never enters the error text: it may hold a secret.</summary>
/// <param name="key">The configuration key a person would set, for the error text.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressAttribute(string key) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        null or Uri { IsAbsoluteUri: true, Scheme: "http" or "https" } => ValidationResult.Success,
        _ => new($"{key} is set to something that is no http or https address: give one like http://localhost:9200."),
    };
}
