namespace Aspire.Hosting.ApplicationModel;

/// <summary>Finds out whether a secret is part of a value.</summary>
internal static class SecretFinder
{
    public static bool HoldsSecret(object? value) => HoldsSecret(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static bool HoldsSecret(object? value, HashSet<object> seen) => value switch
    {
        null or string => false,

        // An endpoint refers to its resource, whose connection string may hold a password that the endpoint's address does not.
        EndpointReference or EndpointReferenceExpression => false,
        IResourceBuilder<IResource> builder => HoldsSecret(builder.Resource, seen),
        ParameterResource parameter => parameter.Secret,
        IValueWithReferences composite => seen.Add(composite) && composite.References.Any(part => HoldsSecret(part, seen)),
        _ => false,
    };
}
