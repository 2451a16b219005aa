using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.StandIns;

/// <summary>What a service's endpoint follows from.</summary>
internal sealed class RegionalEndpointParameters : EndpointParameters
{
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }

    public bool Variant
    {
        get => (bool)this[nameof(Variant)];
        set => this[nameof(Variant)] = value;
    }
}

/// <summary>The configured endpoint, else the service's own in the region: https://prefix.region.suffix.</summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var known = (RegionalEndpointParameters)parameters;
        if (known.Variant)
        {
            throw new AmazonClientException(
                $"This stand-in knows no FIPS or dual-stack endpoint of {prefix}: unset AWS_USE_FIPS_ENDPOINT and "
                    + "AWS_USE_DUALSTACK_ENDPOINT, or build with -p:AwsPackages=nuget."
            );
        }

        if (!string.IsNullOrEmpty(known.Endpoint))
        {
            return new Endpoint(known.Endpoint);
        }

        if (string.IsNullOrEmpty(known.Region))
        {
            throw new AmazonClientException($"No region is set for {prefix}: set AWS_REGION or RegionEndpoint.");
        }

        var suffix = RegionEndpoint.GetBySystemName(known.Region).PartitionDnsSuffix;
        return new Endpoint($"https://{prefix}.{known.Region}.{suffix}");
    }
}
