using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Call;

/// <summary>
/// Amazon Bedrock itself in place of the simulated model: the bridge gets the user's own credentials and region, and its
/// stream goes to AWS. Whatever else it asks for stays behind the front door, which knows the same key for this run.
/// </summary>
/// <param name="SessionToken">With temporary credentials.</param>
/// <param name="Endpoint">Where Bedrock is, when AWS_ENDPOINT_URL_BEDROCK_RUNTIME names another place than AWS's own.</param>
public sealed record RealModel(ClientKey Key, string? SessionToken, Uri? Endpoint)
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

    // By which a program behind a proxy gets out, and by which it trusts one that looks inside.
    private static readonly string[] WayOut =
    [
        "HTTPS_PROXY",
        "https_proxy",
        "NO_PROXY",
        "no_proxy",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ];

    private const string Mend =
        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), or AWS_PROFILE; after 'aws sso login', "
        + """eval "$(aws configure export-credentials --format env)" does it.""";

    /// <summary>What is said before the call.</summary>
    public string Announcement =>
        $"The model is the real one: the bridge opens its stream at {Endpoint?.ToString() ?? $"Amazon Bedrock in {Key.Region}"} with the access key {Key.AccessKeyId}, and AWS charges for it. All else stays on this machine.";

    /// <summary>Finds what the AWS SDK would: in the environment, else in the profile.</summary>
    /// <exception cref="RealModelException">There are no credentials, or there is no region.</exception>
    public static async Task<RealModel> FindAsync(Func<string, string?> variable)
    {
        var region =
            variable("AWS_REGION")
            ?? variable("AWS_DEFAULT_REGION")
            ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        if (string.IsNullOrEmpty(region))
        {
            throw new RealModelException(
                "No AWS region is set: set AWS_REGION to one in which Amazon Nova 2 Sonic is offered, such as us-east-1."
            );
        }

        var endpoint = variable(EndpointVariable);
        if (endpoint is not null && !Uri.IsWellFormedUriString(endpoint, UriKind.Absolute))
        {
            throw new RealModelException($"{EndpointVariable} is '{endpoint}': give an address such as https://host.");
        }

        var credentials = await FindCredentialsAsync(variable);
        return new RealModel(
            new ClientKey(credentials.AccessKey, credentials.SecretKey, region),
            credentials.UseToken ? credentials.Token : null,
            endpoint is null ? null : new Uri(endpoint)
        );
    }

    /// <summary>The bridge's environment: the front door's, but for the model and the key.</summary>
    public Dictionary<string, string> Around(
        IReadOnlyDictionary<string, string> product,
        Func<string, string?> variable
    )
    {
        var environment = new Dictionary<string, string>(product)
        {
            ["AWS_ACCESS_KEY_ID"] = Key.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = Key.SecretAccessKey,
            ["AWS_REGION"] = Key.Region,
            ["AWS_DEFAULT_REGION"] = Key.Region,
        };
        environment.Remove(EndpointVariable);
        if (Endpoint is not null)
        {
            environment[EndpointVariable] = Endpoint.GetLeftPart(UriPartial.Authority);
        }

        if (SessionToken is not null)
        {
            environment["AWS_SESSION_TOKEN"] = SessionToken;
        }

        foreach (var name in WayOut)
        {
            if (variable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }

    /// <summary>Without the secret and the token.</summary>
    public override string ToString() => $"Bedrock as {Key}";

    private static async Task<ImmutableCredentials> FindCredentialsAsync(Func<string, string?> variable)
    {
        try
        {
            var found = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
            return await found.GetCredentialsAsync();
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or InvalidOperationException)
        {
            // The SDK's own message lists every place where it looked, in paragraphs.
            var place = variable("AWS_PROFILE") is { } profile ? $"the profile '{profile}'" : "a default profile";
            throw new RealModelException(
                $"There are no AWS credentials for Bedrock, neither in the environment nor in {place}. {Mend}",
                e
            );
        }
    }
}

/// <summary>The real model cannot be asked; the message is a sentence for the user.</summary>
public sealed class RealModelException(string message, Exception? cause = null) : Exception(message, cause);
