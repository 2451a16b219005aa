namespace SonicBridge.Steps.Diagnose;

/// <summary>Words by which services tell a cause, and what they mean. Wording changes, its first words hardly do.</summary>
/// <param name="Words">Any of them.</param>
/// <param name="Cause">What they mean, in a sentence.</param>
/// <param name="Mend">What to do, in a sentence.</param>
internal sealed record KnownWords(string[] Words, string Cause, string Mend)
{
    /// <summary>What lies between an instance and the services that it needs.</summary>
    public static KnownWords[] Network { get; } =
    [
        new(
            ["no such host", "Name or service not known", "Temporary failure in name resolution", "nodename nor servname"],
            "A name cannot be resolved from the instances.",
            "Enable DNS support and DNS host names of the VPC, and private DNS of its endpoints."
        ),
        new(
            ["Connection refused", "actively refused"],
            "A service refuses connections from the instances.",
            "Look whether the endpoint's address and port are right, and whether a proxy stands between."
        ),
        new(
            ["TLS handshake timeout", "SSL connection could not be established", "x509:", "certificate"],
            "A TLS connection from the instances cannot be made.",
            "Look at the clock of the instances, and at firewalls and endpoint policies that break TLS."
        ),
        new(
            [
                "i/o timeout",
                "dial tcp",
                "Client.Timeout exceeded",
                "request canceled while waiting for connection",
                "Connection timed out",
                "No route to host",
                "Network is unreachable",
                "Connection reset by peer",
            ],
            "The instances cannot reach a service that the bridge needs.",
            "Give their subnets a NAT gateway or VPC endpoints, and let the security groups out on port 443."
        ),
    ];

    /// <summary>Quotas and throttling.</summary>
    public static KnownWords[] Limits { get; } =
    [
        new(
            ["ServiceQuotaExceeded", "LimitExceeded", "ConnectionLimitExceeded"],
            "A quota of the account is used up.",
            "Ask for more in Service Quotas: sessions of the model, GetMedia connections of a stream, tasks of the cluster."
        ),
        new(
            ["Throttl", "TooManyRequests", "Rate exceeded", "SlowDown"],
            "A service slows requests down.",
            "Ask for a higher rate in Service Quotas, and look whether something else uses it up."
        ),
    ];

    /// <summary>What the roles do not allow, and what is not there.</summary>
    public static KnownWords[] Rights { get; } =
    [
        new(
            ["AccessDenied", "not authorized", "UnauthorizedOperation", "no identity-based policy", "Forbidden"],
            "A role does not allow what the call needs.",
            "Deploy serverless.template again, which gives the roles; for the model, ask for access to it in Amazon Bedrock; for a key of your own, allow the role in the key's policy."
        ),
        new(
            ["ExpiredToken", "UnrecognizedClient", "Unable to get IAM security credentials", "Failed to resolve AWS credentials"],
            "The bridge has no valid credentials.",
            "Look at the task role of the task definition, and whether the ECS agent serves its credentials."
        ),
    ];

    /// <summary>The first of a table that a text contains, or null.</summary>
    public static KnownWords? In(string? text, params ReadOnlySpan<KnownWords[]> tables)
    {
        foreach (var table in tables)
        {
            foreach (var known in table)
            {
                if (text is not null && known.AreIn(text))
                {
                    return known;
                }
            }
        }

        return null;
    }

    private bool AreIn(string text) =>
        Array.Exists(Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
