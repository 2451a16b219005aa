using Amazon.Lambda.TestUtilities;

namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

public sealed class InjectionTests
{
    [Fact]
    public async Task Function_is_made_once_with_its_services_and_each_invocation_has_a_scope()
    {
        var counter = new Counter_Add_Generated();

        var first = await counter.Add(new Count(2), new TestLambdaContext { AwsRequestId = "one" });
        var second = await counter.Add(new Count(3), new TestLambdaContext { AwsRequestId = "two" });

        first.ShouldBe(new Count(2, 1, "one"));
        second.ShouldBe(new Count(5, 1, "two"));
    }
}
