using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>Which records a function is given.</summary>
public partial class FilterCriteria
{
    public List<Filter> Filters { get; set; } = Unset.List<Filter>();
}
