using System.Diagnostics;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Tests.Call;

public sealed class TraceParentTests
{
    [Theory]
    [InlineData(
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01"
    )]
    [InlineData(
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0;Lineage=1:a87bd80c:0",
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00"
    )]
    public void The_header_of_a_Lambda_is_told_in_W3C_terms(string header, string traceParent) =>
        TraceParent.Of(header).ShouldBe(traceParent);

    [Fact]
    public void A_header_without_a_parent_begins_there()
    {
        var told = TraceParent.Of("Root=1-5759e988-bd862e3fe1be46a994272793");
        ActivityContext.TryParse(told, null, out var context).ShouldBeTrue();
        context.TraceId.ToHexString().ShouldBe("5759e988bd862e3fe1be46a994272793");
        context.TraceFlags.ShouldBe(ActivityTraceFlags.None);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=nonsense")]
    [InlineData(";;==;Root")]
    public void What_is_no_header_has_no_place_in_a_trace(string? header) => TraceParent.Of(header).ShouldBeNull();
}
