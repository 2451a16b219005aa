using Amazon;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class VerifyTargetsTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeLoadBalancing _loadBalancing = new();
    private readonly FakeCloudFormation _cloudFormation = new FakeCloudFormation().Deployed(
        ("StandbyTargetGroupArn", FakeLoadBalancing.TargetGroup),
        ("StandbyServiceName", "nova-sonic-standby")
    );

    public void Dispose()
    {
        _s3.Dispose();
        _loadBalancing.Dispose();
        _cloudFormation.Dispose();
    }

    private Task<StepDone> VerifyAsync(params string[] states)
    {
        _loadBalancing.States = states;
        return new VerifyTargetsFunction(_s3, _cloudFormation, _loadBalancing).VerifyTargets(
            AMigration.Request,
            new TestLambdaContext()
        );
    }

    [Theory]
    [InlineData("healthy")]
    [InlineData("healthy", "healthy", "draining")]
    public async Task Healthy_targets_are_well(params string[] states)
    {
        await VerifyAsync(states);

        _s3.Noted("verify-targets").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData]
    [InlineData("draining")]
    [InlineData("initial")]
    [InlineData("healthy", "unhealthy")]
    [InlineData("healthy", "unused")]
    public async Task All_else_is_waited_for(params string[] states) =>
        await Should.ThrowAsync<NotReadyYet>(() => VerifyAsync(states));

    [Fact]
    public async Task A_target_that_is_not_healthy_is_named_with_its_reason() =>
        (await Should.ThrowAsync<NotReadyYet>(() => VerifyAsync("healthy", "unhealthy"))).Message.ShouldContain(
            "i-1:32768 is unhealthy (Target.FailedHealthChecks: Health checks failed)"
        );

    private sealed class FakeLoadBalancing()
        : AmazonElasticLoadBalancingV2Client(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        public const string TargetGroup = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/standby/1";

        public string[] States { get; set; } = [];

        public override Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(
            DescribeTargetHealthRequest request,
            CancellationToken cancellationToken = default
        )
        {
            request.TargetGroupArn.ShouldBe(TargetGroup);
            return Task.FromResult(
                new DescribeTargetHealthResponse
                {
                    TargetHealthDescriptions =
                    [
                        .. States.Select(
                            (state, i) =>
                                new TargetHealthDescription
                                {
                                    Target = new TargetDescription { Id = $"i-{i}", Port = 32768 },
                                    TargetHealth = new TargetHealth
                                    {
                                        State = state,
                                        Reason = state == "healthy" ? null : "Target.FailedHealthChecks",
                                        Description = "Health checks failed.",
                                    },
                                }
                        ),
                    ],
                }
            );
        }
    }
}
