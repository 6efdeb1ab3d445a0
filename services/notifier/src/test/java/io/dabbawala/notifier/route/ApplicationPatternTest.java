package io.dabbawala.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationPatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, argocd/shop, true",
        "argocd/*, argocd/shop, true",
        "argocd/*, team/shop, false",
        "argocd/shop, argocd/shop, true",
        "argocd/shop, argocd/shop2, false",
        "shop, argocd/shop, true",
        "sh*, argocd/shop, true",
        "sh?p, argocd/shop, true",
        "sh?, argocd/shop, false",
        "argocd*, argocd/shop, false",
        "**, argocd/shop, true",
        "*/shop, team/shop, true",
        "arg**op, argocd/shop, false",
        "arg**/shop, argocd/shop, true",
        "argocd/s.op, argocd/shop, false",
        "'argocd/(x', 'argocd/(x', true",
        "'argocd/\\E', argocd/x, false"
    })
    void stars_stay_within_namespace_or_name(String pattern, String application, boolean matches) {
        assertThat(new ApplicationPattern(pattern).matches(application)).isEqualTo(matches);
    }
}
