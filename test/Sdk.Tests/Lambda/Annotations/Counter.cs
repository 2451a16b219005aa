using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.Extensions.DependencyInjection;
using SonicBridge.Sdk.Tests.Lambda.Annotations;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<CounterJson>))]

namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

/// <summary>A function of this very project, which the build hands to the generator.</summary>
public sealed class Counter(Total total)
{
    [LambdaFunction(ResourceName = "Counter")]
    public Task<Count> Add(Count count, ILambdaContext context, [FromServices] Visit visit)
    {
        visit.Add();
        return Task.FromResult(new Count(total.Add(count.Value), visit.Count, context.AwsRequestId));
    }
}

public sealed record Count(int Value, int Visits = 0, string? RequestId = null);

/// <summary>One for all invocations.</summary>
public sealed class Total
{
    private int value;

    public int Add(int more) => value += more;
}

/// <summary>One for each invocation.</summary>
public sealed class Visit
{
    public int Count { get; private set; }

    public void Add() => Count++;
}

[LambdaStartup]
public sealed class CounterStartup
{
#pragma warning disable CA1822 // The generated class calls it on an object.
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<Total>().AddScoped<Visit>();
#pragma warning restore CA1822
}

[JsonSerializable(typeof(Count))]
public sealed partial class CounterJson : JsonSerializerContext;
